package org.coursewise.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Keeps the lease of a job and shows its progress, from a thread of its own. When the job is the worker's no more, the thread
 * that made this is interrupted.
 */
final class Heart implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Heart.class.getName());
    private static final int LAST_BEAT_SECONDS = 5;

    private final Predicate<List<Stage>> keep;
    private final Thread worker = Thread.currentThread();
    private final Map<String, Double> progress = new LinkedHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> beating;

    /**
     * @param keep is told how far the job is, and says whether it is still to be done
     * @param pause between two beats
     */
    Heart(Predicate<List<Stage>> keep, Duration pause) {
        this.keep = keep;
        beating = beats.scheduleWithFixedDelay(this::beat, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void progress(String stage, double done) {
        synchronized (progress) {
            progress.put(stage, done);
        }
    }

    List<Stage> stages() {
        synchronized (progress) {
            var stages = new ArrayList<Stage>();
            progress.forEach((name, done) -> stages.add(new Stage(name, done)));
            return stages;
        }
    }

    private void beat() {
        if (!keep.test(stages()) && isOver.compareAndSet(false, true)) {
            worker.interrupt();
        }
    }

    /** After it the thread is not interrupted: a job that has just been done is not to be kept either, and a beat may find it so. */
    @Override
    public void close() {
        isOver.set(true);
        beating.cancel(false);
        beats.shutdown();
        try {
            if (!beats.awaitTermination(LAST_BEAT_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "A heartbeat hangs");
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The job was done before it was taken away", e);
        }
        Thread.interrupted();
    }
}
