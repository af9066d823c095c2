package org.coursewise.events.consumer;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.coursewise.events.Event;

/**
 * Remembers which events a consumer has handled, in the transaction that handles them: the effect and the memory of it
 * are one. The table {@code inbox} comes with {@code db/outbox}; the relay deletes what is too old to come again.
 */
public final class RelationalInbox {

    private static final String REMEMBER =
            "insert into inbox (consumer, event_id, handled_at) values (?, ?, ?) on conflict do nothing";

    private final String consumer;
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    public RelationalInbox(
            String consumer, DataSource dataSource, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.consumer = consumer;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Remembers the event, and tells whether it was new. While another transaction handles the same event this waits
     * for its end.
     *
     * @throws IllegalStateException outside a transaction
     * @throws SQLException when the database does not answer
     */
    public boolean isNew(Event event) throws SQLException {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is remembered by the transaction that handles it");
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, consumer);
            statement.setObject(2, event.id());
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }
}
