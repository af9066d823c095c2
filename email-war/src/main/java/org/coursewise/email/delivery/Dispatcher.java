package org.coursewise.email.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.coursewise.email.message.DeliveryQueue;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.Messages;
import org.coursewise.email.settings.RetrySettings;

/**
 * The threads behind delivery: one that asks the database for what is due and renews leases, and a few that send, each
 * with a connection of its own. New messages come to the senders without waiting for the first.
 */
final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final int RENEWALS_IN_A_LEASE = 3;

    private final Messages messages;
    private final DeliveryQueue queue;
    private final Attempt attempt;
    private final Receipts receipts;
    private final RetrySettings retry;
    private final String owner;
    private final Clock clock;
    private final CountDownLatch stopped;
    /** What a process that was killed had sent is written down; before, nothing is sent. */
    private final CountDownLatch settled = new CountDownLatch(1);

    private volatile boolean brokenOff;
    private boolean failing;
    private Instant nextRenewal = Instant.EPOCH;
    private Instant nextSweep = Instant.EPOCH;

    Dispatcher(
            Messages messages,
            DeliveryQueue queue,
            Attempt attempt,
            Receipts receipts,
            RetrySettings retry,
            String owner,
            Clock clock,
            CountDownLatch stopped) {
        this.messages = messages;
        this.queue = queue;
        this.attempt = attempt;
        this.receipts = receipts;
        this.retry = retry;
        this.owner = owner;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** Whether a thread has ended that should go on until it is stopped. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    void start(ExecutorService threads, int senders, Supplier<SmtpConnection> connections) {
        threads.execute(() -> untilStopped(this::fetchUntilStopped));
        for (var i = 0; i < senders; i++) {
            var place = receipts.place(i);
            threads.execute(() -> untilStopped(() -> sendUntilStopped(connections.get(), place)));
        }
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private void untilStopped(Loop loop) {
        try {
            loop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!isStopped()) {
                brokenOff = true;
            }
        }
    }

    private void fetchUntilStopped() throws InterruptedException {
        while (!isStopped()) {
            queue.awaitRanDry(retry.pollInterval(), fetch());
        }
    }

    /** @return whether more may be due than there was room for */
    private boolean fetch() {
        try {
            settle();
            keepHouse();
            var mayBeMoreUrgent = fetch(true);
            var mayBeMoreOthers = fetch(false);
            if (failing) {
                LOG.log(System.Logger.Level.INFO, "The database answers again");
                failing = false;
            }
            return mayBeMoreUrgent || mayBeMoreOthers;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Cannot ask the database for due messages; will ask again", e);
                failing = true;
            }
            return false;
        }
    }

    private boolean fetch(boolean isUrgent) {
        var room = queue.room(isUrgent);
        if (room.size() == 0) {
            return true;
        }
        var due = messages.due(clock.instant(), isUrgent, room, queue.inHand());
        due.forEach(queue::offer);
        return due.size() == room.size();
    }

    private void settle() {
        if (settled.getCount() > 0) {
            attempt.settle(receipts.left());
            settled.countDown();
        }
    }

    private void keepHouse() {
        var now = clock.instant();
        if (!now.isBefore(nextRenewal)) {
            nextRenewal = now.plus(retry.lease().dividedBy(RENEWALS_IN_A_LEASE));
            var inHand = queue.inHand();
            if (!inHand.isEmpty()) {
                messages.renewLeases(owner, inHand, now.plus(retry.lease()));
            }
        }
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(SWEEP_EVERY);
            messages.forgetSecrets(now.minus(retry.secretsKept()));
        }
    }

    private void sendUntilStopped(SmtpConnection connection, Receipts.Place place) throws InterruptedException {
        try (connection) {
            while (!isStopped()) {
                if (!settled.await(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    continue;
                }
                var message = queue.take(IDLE);
                if (message == null) {
                    connection.closeIfIdle();
                } else {
                    attempt(message, connection, place);
                }
            }
        }
    }

    private void attempt(Message message, SmtpConnection connection, Receipts.Place place) throws InterruptedException {
        try {
            attempt.make(message, connection, place);
        } catch (RuntimeException e) {
            // stays due in the database, or is leased and becomes due again
            LOG.log(System.Logger.Level.WARNING, "An attempt at message " + message.id() + " broke off", e);
        } finally {
            queue.done(message);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
