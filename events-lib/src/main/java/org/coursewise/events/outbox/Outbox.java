package org.coursewise.events.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.coursewise.events.Event;

/**
 * Where a service says facts and commands: they are written by the transaction that causes them and go to Kafka only
 * if it commits. An {@link OutboxRelay} carries them there, in the order of their appending, at least once.
 *
 * <p>Events of one key keep the order of the changes they tell of if the changes themselves have one: read the
 * aggregate in the same transaction, before appending, and give it a version or lock it. Of two transactions that then
 * change it at once the second either waits for the first or fails.
 */
public final class Outbox {

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Runnable afterCommit;

    /**
     * @param dataSource takes part in the transaction; the one that Jakarta Persistence uses
     * @param afterCommit hurries the relay up, see {@link OutboxRelay#nudge()}
     */
    public Outbox(DataSource dataSource, TransactionSynchronizationRegistry transactions, Runnable afterCommit) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
    }

    /**
     * Says an event, if the transaction of this thread commits.
     *
     * @throws IllegalStateException outside a transaction
     * @throws OutboxException when the database does not take it; the transaction cannot go on
     */
    public void append(String topic, Event event) {
        append(topic, List.of(event));
    }

    /**
     * Says many events, in their order, if the transaction of this thread commits; faster than one by one.
     *
     * @throws IllegalStateException outside a transaction
     * @throws OutboxException when the database does not take them; the transaction cannot go on
     */
    public void append(String topic, List<Event> events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "An event is said within a transaction, so that it is said only if it commits");
        }
        try (var connection = dataSource.getConnection()) {
            new OutboxTable(connection).append(topic, events);
        } catch (SQLException e) {
            throw new OutboxException("Could not say " + events, e);
        }
        nudgeAfterCommit();
    }

    private void nudgeAfterCommit() {
        if (transactions.getResource(this) != null) {
            return;
        }
        transactions.putResource(this, "nudges");
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    afterCommit.run();
                }
            }
        });
    }
}
