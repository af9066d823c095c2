package org.coursewise.events.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka: reads what waits in the order of its position, sends it, waits for all answers and marks
 * what is in. Every replica of a service runs one; the one with the database's advisory lock works, the others stand
 * by. Nothing is remembered between two turns, least of all a highest position: a transaction that commits late is
 * found like any other.
 *
 * <p>At least once: what was sent but not marked when a process died is sent again, with the same event id. Kafka or
 * the database being away is waited out, with a batch in memory at most. A row that Kafka can never take is parked with
 * the reason and holds nothing up.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());
    private static final int BATCH_ROWS = 500;
    private static final int BATCH_BYTES = 4 << 20;
    /** How long other replicas' events wait, and our own if a nudge were lost. */
    private static final Duration POLL = Duration.ofMillis(100);
    /** Between two attempts to be the one relay, or to find database or Kafka again. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Clock clock;
    private final OutboxCleaning cleaning;
    private final HeldTopics held = new HeldTopics();
    private final Outage outage = new Outage("The outbox");
    private final Semaphore nudges = new Semaphore(0);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean leading;
    private volatile boolean started;
    private volatile @Nullable Long stopBy;
    private @Nullable RelaySession session;
    private @Nullable Producer<byte[], byte[]> producer;

    /**
     * @param producers make a producer as {@link org.coursewise.events.KafkaSettings#patientProducer} does; asked
     *     again when one broke
     * @param retention how long a published row is kept, without its payload
     */
    public OutboxRelay(
            DataSource dataSource, Supplier<Producer<byte[], byte[]>> producers, Duration retention, Clock clock) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.clock = clock;
        this.cleaning = new OutboxCleaning(retention, clock);
    }

    /** Works on a thread of the executor until {@link #close()}. */
    public void start(Executor executor) {
        started = true;
        executor.execute(this::run);
    }

    /** Says that there may be something to send. Costs nothing, from any thread. */
    public void nudge() {
        nudges.release();
    }

    /** Whether this relay is the one that works. */
    public boolean leading() {
        return leading;
    }

    /** @throws OutboxException when the database does not answer */
    public OutboxStatus status() {
        try (var connection = dataSource.getConnection()) {
            return new OutboxTable(connection).status();
        } catch (SQLException e) {
            throw new OutboxException("The outbox does not tell its depth", e);
        }
    }

    /** Finishes what is under way, within a few seconds, and lets another relay go on. */
    @Override
    public void close() {
        stopBy = System.nanoTime() + LAST_WORDS.toNanos();
        nudge();
        try {
            if (started && !finished.await(LAST_WORDS.toSeconds() * 2, TimeUnit.SECONDS)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The outbox relay did not stop in time; what it was sending is sent again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (stopBy == null) {
                pause(turn());
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The outbox relay was interrupted", e);
        } finally {
            closeProducer();
            closeSession();
            finished.countDown();
        }
    }

    /** One look at the outbox; tells how long to wait for the next. */
    private Duration turn() throws InterruptedException {
        try {
            if (session == null) {
                session = RelaySession.tryOpen(dataSource);
            }
            if (session == null) {
                return PAUSE;
            }
            leading = true;
            return carry(session);
        } catch (SQLException e) {
            outage.began("cannot reach its database", e);
            closeProducer();
            closeSession();
            return PAUSE;
        } catch (RuntimeException e) {
            outage.began("cannot be carried to Kafka", e);
            closeProducer();
            return PAUSE;
        }
    }

    private Duration carry(RelaySession current) throws SQLException, InterruptedException {
        cleaning.cleanIfDue(current.table());
        var rows = current.table().waiting(held.names(), BATCH_ROWS, BATCH_BYTES);
        if (rows.isEmpty()) {
            if (held.isEmpty()) {
                outage.ended();
            }
            return POLL;
        }
        // between reading and sending may lie a pause of any length
        current.requireHeld();
        if (producer == null) {
            producer = producers.get();
        }
        var dispatch = new Dispatch(producer);
        dispatch.send(rows, () -> requireWanted(current, dispatch));
        return settle(current, dispatch);
    }

    private Duration settle(RelaySession current, Dispatch dispatch) throws SQLException {
        var now = clock.instant();
        current.table().markPublished(dispatch.published(), now);
        for (var parked : dispatch.impossible().entrySet()) {
            current.table().park(parked.getKey(), parked.getValue(), now);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The outbox row at position {0} is parked, Kafka can never take it: {1}",
                    Long.toString(parked.getKey()),
                    parked.getValue());
        }
        dispatch.reached().forEach(held::release);
        dispatch.unreachable().forEach(held::hold);
        if (dispatch.trouble() != null) {
            tell(dispatch);
        } else if (held.isEmpty()) {
            outage.ended();
        }
        if (dispatch.broken()) {
            closeProducer();
            return PAUSE;
        }
        return dispatch.published().isEmpty() ? POLL : Duration.ZERO;
    }

    private void requireWanted(RelaySession current, Dispatch dispatch) throws SQLException {
        var deadline = stopBy;
        if (deadline != null && System.nanoTime() - deadline > 0) {
            throw new IllegalStateException("stopped while Kafka did not answer");
        }
        current.requireHeld();
        tell(dispatch);
    }

    private void tell(Dispatch dispatch) {
        var trouble = dispatch.trouble();
        if (trouble == null) {
            outage.began("waits for Kafka's answer", null);
        } else {
            outage.began("cannot be carried to Kafka " + dispatch.unreachable(), trouble);
        }
    }

    private void pause(Duration length) throws InterruptedException {
        if (!length.isZero() && nudges.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }

    private void closeProducer() {
        if (producer != null) {
            // whatever it still holds is not published and must not go out after the lock is gone
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private void closeSession() {
        leading = false;
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
