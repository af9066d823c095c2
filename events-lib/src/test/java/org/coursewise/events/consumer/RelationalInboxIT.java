package org.coursewise.events.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.coursewise.events.testing.Postgres;
import org.coursewise.events.testing.ThreadTransactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationalInboxIT {

    @TempDir
    static Path home;

    private static Postgres postgres;

    private final ThreadTransactions transactions = new ThreadTransactions(postgres.dataSource());
    private final Event event = EventRecords.fromRecord(Records.good(UUID.randomUUID(), "ada", 1));

    @BeforeAll
    static void startPostgres() {
        postgres = Postgres.start(home);
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @Test
    void anEventIsNewToAConsumerOnce() throws SQLException {
        assertThat(isNewTo("course")).isTrue();
        assertThat(isNewTo("course")).isFalse();
        assertThat(isNewTo("other")).isTrue();
    }

    @Test
    void anEventWhoseHandlingWasRolledBackIsNewAgain() throws SQLException {
        assertThatThrownBy(() -> transactions.run(connection -> {
                    assertThat(inbox("course").isNew(event)).isTrue();
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(isNewTo("course")).isTrue();
    }

    @Test
    void anEventIsRememberedByTheTransactionThatHandlesIt() {
        assertThatThrownBy(() -> inbox("course").isNew(event)).isInstanceOf(IllegalStateException.class);
    }

    private boolean isNewTo(String consumer) throws SQLException {
        var answer = new boolean[1];
        transactions.run(connection -> answer[0] = inbox(consumer).isNew(event));
        return answer[0];
    }

    private RelationalInbox inbox(String consumer) {
        return new RelationalInbox(consumer, transactions.dataSource(), transactions, Clock.systemUTC());
    }
}
