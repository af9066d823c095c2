package org.coursewise.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does the same thing many times over, several rounds of it, and says what one costs in the median round. */
public final class Rounds {

    /** Servers answer four to five times slower at first, and go on compiling for minutes. */
    private static final int SHORTEST_WARM_UP = 3;

    private static final int LONGEST_WARM_UP = 15;
    /** Warm is what has not become cheaper by more than this in three rounds. */
    private static final double STEADY = .97;
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
        warmUp(clock, operations, doing);
        var costs = new double[MEASURED];
        for (var round = 0; round < MEASURED; round++) {
            costs[round] = round(clock, operations, doing);
        }
        Arrays.sort(costs);
        return costs[MEASURED / 2];
    }

    private static void warmUp(Supplier<Duration> clock, int operations, List<? extends Callable<?>> doing)
            throws InterruptedException, ExecutionException {
        var cheapest = Double.MAX_VALUE;
        var since = 0;
        for (var round = 0; round < LONGEST_WARM_UP && since < SHORTEST_WARM_UP; round++) {
            var cost = round(clock, operations, doing);
            since = cost < cheapest * STEADY ? 0 : since + 1;
            cheapest = Math.min(cheapest, cost);
        }
    }

    private static double round(Supplier<Duration> clock, int operations, List<? extends Callable<?>> doing)
            throws InterruptedException, ExecutionException {
        var each = operations / doing.size();
        var before = clock.get();
        var workers = Executors.newFixedThreadPool(doing.size());
        try {
            var done = doing.stream()
                    .map(one -> workers.submit(() -> {
                        for (var i = 0; i < each; i++) {
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
        return clock.get().minus(before).toNanos() / 1e6 / (each * doing.size());
    }
}
