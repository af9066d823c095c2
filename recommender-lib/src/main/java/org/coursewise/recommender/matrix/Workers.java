package org.coursewise.recommender.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that share a loop. Every index is handled by exactly one of them and no result depends on which, so
 * what comes out is the same for any number of threads.
 */
public final class Workers implements AutoCloseable {

    private final int threads;
    private final @Nullable ExecutorService pool;

    /** @param threads with one there is no other than the caller's */
    public Workers(int threads) {
        this.threads = Math.max(1, threads);
        this.pool = threads <= 1
                ? null
                : Executors.newFixedThreadPool(this.threads, task -> {
                    var thread = new Thread(task, "recommender-training");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Work on one index. */
    public interface Step {
        void at(int index) throws InterruptedException;
    }

    /**
     * Runs the step for every index from 0 on.
     *
     * @throws InterruptedException when this thread is interrupted; the others are then told to stop, too
     */
    public void each(int count, Step step) throws InterruptedException {
        var next = new AtomicInteger();
        var tasks = new ArrayList<Callable<Void>>();
        for (int t = 0; t < Math.min(threads, count); t++) {
            tasks.add(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    step.at(i);
                }
                return null;
            });
        }
        all(tasks);
    }

    /** Runs every task and gives their results in the same order. */
    public <T> List<T> all(List<? extends Callable<T>> tasks) throws InterruptedException {
        if (Thread.interrupted()) {
            // a task that is done at once is not waited for, and only who waits is told
            throw new InterruptedException("Stopped");
        }
        var results = new ArrayList<T>();
        try {
            if (pool == null) {
                for (var task : tasks) {
                    results.add(inTurn(task));
                }
                return results;
            }
            for (var result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw (InterruptedException) new InterruptedException("Stopped").initCause(e);
            }
            throw new IllegalStateException("Training failed: " + e.getCause(), e);
        }
        return results;
    }

    private static <T> T inTurn(Callable<T> task) throws InterruptedException, ExecutionException {
        try {
            return task.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
