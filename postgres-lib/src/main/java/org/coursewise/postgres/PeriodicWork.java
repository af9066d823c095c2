package org.coursewise.postgres;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Something that is done again and again in the background, until it is stopped, and goes on when the database was away. That
 * it fails is said once, until it has worked again.
 */
public final class PeriodicWork {

    private static final System.Logger LOG = System.getLogger(PeriodicWork.class.getName());

    private final Duration pause;
    private final String complaint;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Does nothing yet.
     *
     * @param pause from the end of one time to the next
     * @param complaint what is said in the log when it fails
     */
    public PeriodicWork(Duration pause, String complaint) {
        this.pause = pause;
        this.complaint = complaint;
    }

    /** At once, and then again; takes a thread of the executor's until it is stopped. */
    public void start(Executor executor, Runnable work) {
        executor.execute(() -> run(work));
    }

    /** It is not done again; what is under way may ask whether {@link #isStopped}. */
    public void stop() {
        stopped.countDown();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void run(Runnable work) {
        var isFailing = false;
        try {
            do {
                try {
                    work.run();
                    isFailing = false;
                } catch (RuntimeException e) {
                    if (!isFailing) {
                        LOG.log(System.Logger.Level.WARNING, complaint, e);
                    }
                    isFailing = true;
                }
            } while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
