package org.coursewise.benchmarks.start;

import java.util.Arrays;
import java.util.List;
import org.coursewise.benchmarks.Figure;
import org.coursewise.benchmarks.Goal;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;

/** Starts everything as {@code mvn -Prun} does once it has built, on a home that has the sample's courses and learners. */
public final class StartCosts {

    private static final int STARTS = 3;
    private static final double MOST_SECONDS = 60;
    private static final double MOST_GIGABYTES = 3;
    private static final double NANOS = 1e9;
    private static final double BYTES_OF_A_GIGABYTE = 1 << 30;

    private StartCosts() {}

    /** The median of three starts, each until every part is ready, and the memory of all parts then. */
    public static List<Figure> measure(StackOptions options) {
        try (var stack = LocalStack.start(options.withFresh(true))) {
            stack.loadSampleData();
        }
        var seconds = new double[STARTS];
        var gigabytes = new double[STARTS];
        for (var k = 0; k < STARTS; k++) {
            var begun = System.nanoTime();
            try (var stack = LocalStack.start(options.withFresh(false))) {
                seconds[k] = (System.nanoTime() - begun) / NANOS;
                gigabytes[k] =
                        stack.parts().stream().mapToLong(stack::residentMemory).sum() / BYTES_OF_A_GIGABYTE;
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(gigabytes);
        return List.of(
                new Figure("until all is ready", "s", seconds[STARTS / 2], MOST_SECONDS, "wanted", Goal.atMost(1)),
                new Figure(
                        "memory of all then", "GB", gigabytes[STARTS / 2], MOST_GIGABYTES, "wanted", Goal.atMost(1)));
    }
}
