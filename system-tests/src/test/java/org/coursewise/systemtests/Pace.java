package org.coursewise.systemtests;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Does things again and again, each on a thread of its own at an even pace, until it is closed. */
final class Pace implements AutoCloseable {

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    /** @param step is told how often it was taken before */
    void repeat(String name, Duration between, IntConsumer step) {
        var thread = new Thread(() -> untilClosed(between, step), name);
        threads.add(thread);
        thread.start();
    }

    private void untilClosed(Duration between, IntConsumer step) {
        try {
            for (var turn = 0; !closing.await(between.toMillis(), TimeUnit.MILLISECONDS); turn++) {
                step.accept(turn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it after the steps that are under way. */
    @Override
    public void close() {
        closing.countDown();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
