package org.coursewise.course.invitation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Looks every second for invitations that somebody may take, and now and then for those that expired. */
@ApplicationScoped
public class InvitationWorker {

    private static final System.Logger LOG = System.getLogger(InvitationWorker.class.getName());
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopped;
    private Instant swept = Instant.EPOCH;

    @Inject
    InvitationClaims claims;

    @Inject
    Invitations invitations;

    @Inject
    AddressKey key;

    @Inject
    Clock clock;

    public void start(ManagedExecutorService executor) {
        executor.execute(this::work);
    }

    /** There is something to do: look now. */
    void call() {
        calls.release();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        calls.release();
    }

    private void work() {
        var isFailing = false;
        while (!stopped) {
            try {
                sweep();
                for (var due = claims.next(); due.isPresent() && !stopped; due = claims.next()) {
                    claim(due.get());
                }
                isFailing = false;
            } catch (RuntimeException e) {
                if (!isFailing) {
                    LOG.log(System.Logger.Level.WARNING, "Invitations wait", e);
                }
                isFailing = true;
            }
            pause();
        }
    }

    private void claim(InvitationClaims.Due due) {
        try {
            claims.claim(due);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Invitation " + due.id() + " waits", e);
            claims.postpone(due);
        }
    }

    private void sweep() {
        var now = clock.instant();
        if (swept.plus(SWEEP).isBefore(now)) {
            // sealed anew when the data keys have changed
            key.addresses();
            invitations.expire(now);
            swept = now;
        }
    }

    private void pause() {
        try {
            if (calls.tryAcquire(1, TimeUnit.SECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
