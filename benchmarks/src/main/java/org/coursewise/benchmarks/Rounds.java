package org.coursewise.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does the same thing many times over, several rounds of it, and says what one costs in the median round. */
public final class Rounds {

    /** Servers answer four to five times slower at first. */
    private static final int WARM_UP = 3;
    /** The median of so many counts; fewer, to see whether it works at all. */
    private static final int MEASURED = Integer.getInteger("costs.rounds", 5);

    private Rounds() {}

    /**
     * Milliseconds of processor time that one operation costs.
     *
     * @param clock the processor time so far of whoever bears the cost
     * @param threads how many do it at once
     * @param operations how often in a round, all threads together
     * @param operation made once for each thread
     */
    public static double milliseconds(
            Supplier<Duration> clock, int threads, int operations, Supplier<Callable<?>> operation)
            throws InterruptedException, ExecutionException {
        var doing =
                IntStream.range(0, threads).mapToObj(thread -> operation.get()).toList();
        var costs = new double[MEASURED];
        for (var round = -WARM_UP; round < MEASURED; round++) {
            var before = clock.get();
            var workers = Executors.newFixedThreadPool(threads);
            try {
                var done = doing.stream()
                        .map(one -> workers.submit(() -> {
                            for (var i = 0; i < operations / threads; i++) {
                                one.call();
                            }
                            return null;
                        }))
                        .toList();
                for (var one : done) {
                    one.get();
                }
            } finally {
                workers.shutdown();
            }
            if (round >= 0) {
                costs[round] = clock.get().minus(before).toNanos() / 1e6 / (operations / threads * threads);
            }
        }
        Arrays.sort(costs);
        return costs[MEASURED / 2];
    }
}
