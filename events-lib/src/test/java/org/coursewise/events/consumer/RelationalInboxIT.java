package org.coursewise.events.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.coursewise.events.testing.Servers;
import org.coursewise.events.testing.ThreadTransactions;
import org.junit.jupiter.api.Test;

class RelationalInboxIT {

    private final ThreadTransactions transactions =
            new ThreadTransactions(Servers.postgres().dataSource());
    private final Event event = EventRecords.fromRecord(Records.good(UUID.randomUUID(), "ada", 1));

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
