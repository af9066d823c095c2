package org.coursewise.rest.edge;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * How long requests wait until a thread takes them up. The server queues them without limit and tells nobody how many there are, so
 * a task of nothing is put into the same queue again and again. While one waits too long, whoever is taken up is better put off at
 * once: that empties the queue, where else all would be answered when nobody waits any more.
 */
@ApplicationScoped
public class RequestQueue {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final long NONE = Long.MIN_VALUE;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Duration longest;
    /** When the task was put into the queue that no thread has taken up yet, by {@link System#nanoTime}. */
    private volatile long waitingSince = NONE;

    RequestQueue() {
        this(LONGEST);
    }

    RequestQueue(Duration longest) {
        this.longest = longest;
    }

    /** @param executor of the threads that answer requests; what asks it is none of them */
    void watch(Executor executor) {
        var thread = new Thread(() -> watchUntilStopped(executor), "request-queue");
        thread.setDaemon(true);
        thread.start();
    }

    private void watchUntilStopped(Executor executor) {
        try {
            while (!stopped.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                probe(executor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    boolean isTooLong() {
        var since = waitingSince;
        return since != NONE && System.nanoTime() - since > longest.toNanos();
    }

    void probe(Executor executor) {
        if (waitingSince != NONE) {
            return;
        }
        waitingSince = System.nanoTime();
        try {
            executor.execute(() -> waitingSince = NONE);
        } catch (RejectedExecutionException e) {
            // the server stops
            waitingSince = NONE;
        }
    }
}
