package org.coursewise.auth.erasure;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.postgres.PeriodicWork;

/**
 * What was on its way when an account went: events that waited for Kafka, and acts of requests that had begun before. Every
 * replica looks after it; to do it twice changes nothing.
 */
@ApplicationScoped
public class LooseEnds {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** No request takes longer; a token of somebody deleted is refused at once. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private final PeriodicWork work = new PeriodicWork(PAUSE, "What is left of deleted accounts waits");

    @Inject
    Erasures erasures;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    public void start(ManagedExecutorService executor) {
        work.start(executor, this::tidy);
    }

    @PreDestroy
    void stop() {
        work.stop();
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
