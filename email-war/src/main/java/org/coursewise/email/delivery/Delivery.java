package org.coursewise.email.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coursewise.email.message.MessageStatus;

/** Delivery as a whole, for as long as the process runs: started once, stopped once. */
final class Delivery {

    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads;
    private final ScheduledExecutorService writeTimer;
    private final Receipts receipts;
    private final Dispatcher dispatcher;

    private Delivery(DeliveryParts parts, ThreadFactory threadFactory, Consumer<MessageStatus> outcomes) {
        var settings = parts.settings();
        var clock = parts.clock();
        var smtp = settings.smtp();
        // senders live as long as the process does: threads of their own, not a share of the server's pool
        this.threads = Executors.newFixedThreadPool(smtp.connections() + 1, threadFactory);
        this.writeTimer = Executors.newSingleThreadScheduledExecutor(threadFactory);
        var session = SmtpSession.of(smtp, writeTimer);
        var composer = new MailComposer(
                parts.templates(),
                parts.renderer(),
                settings.mailKeys(),
                settings.mailFrom(),
                parts.consent()::user,
                parts.links(),
                session,
                settings.dkim().map(dkim -> new MailSigner(dkim, session)),
                clock);
        var owner = UUID.randomUUID().toString();
        var backOff = new BackOff(settings.retry(), new SecureRandom());
        var attempt = new Attempt(
                parts.messages(),
                parts.consent(),
                parts.suppressions(),
                composer,
                backOff,
                settings.retry(),
                owner,
                clock,
                stopped,
                outcomes);
        this.receipts = Receipts.in(settings.retry().receipts(), smtp.connections());
        this.dispatcher = new Dispatcher(
                parts.messages(), parts.queue(), attempt, receipts, settings.retry(), owner, clock, stopped);
        dispatcher.start(threads, smtp.connections(), () -> new SmtpConnection(session, smtp, clock));
    }

    /** @param outcomes is told what became of a message, once for each attempt */
    static Delivery start(DeliveryParts parts, ThreadFactory threadFactory, Consumer<MessageStatus> outcomes) {
        return new Delivery(parts, threadFactory, outcomes);
    }

    /** Whether all its threads do their work. */
    boolean isAlive() {
        return !dispatcher.isBrokenOff();
    }

    /** Begins no attempt any more and waits for those under way. */
    void stop(Duration patience) {
        stopped.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "An attempt is still under way; it will be taken up after its lease");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writeTimer.shutdownNow();
            receipts.close();
        }
    }
}
