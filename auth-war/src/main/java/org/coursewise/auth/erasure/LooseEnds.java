package org.coursewise.auth.erasure;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coursewise.auth.audit.AuditTrail;

/**
 * What was on its way when an account went: events that waited for Kafka, and acts of requests that had begun before. Every
 * replica looks after it; to do it twice changes nothing.
 */
@ApplicationScoped
public class LooseEnds {

    private static final System.Logger LOG = System.getLogger(LooseEnds.class.getName());
    private static final int PAUSE_SECONDS = 5;
    /** No request takes longer; a token of somebody deleted is refused at once. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Erasures erasures;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    public void start(ManagedExecutorService executor) {
        executor.execute(this::look);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void look() {
        var isFailing = false;
        try {
            do {
                try {
                    tidy();
                    isFailing = false;
                } catch (RuntimeException e) {
                    if (!isFailing) {
                        LOG.log(System.Logger.Level.WARNING, "What is left of deleted accounts waits", e);
                    }
                    isFailing = true;
                }
            } while (!stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        var unsettled = erasures.unsettled();
        if (unsettled.isEmpty()) {
            return;
        }
        unsettled.forEach(audit::forgetAddresses);
        erasures.clearOutbox();
        erasures.settle(clock.instant().minus(LONGEST_REQUEST));
    }
}
