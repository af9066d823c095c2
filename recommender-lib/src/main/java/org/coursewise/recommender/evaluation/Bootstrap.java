package org.coursewise.recommender.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap (B. Efron, "Bootstrap methods", Annals of Statistics 7(1), 1979) of a mean over learners:
 * for a difference, give it each learner's difference, which makes it paired.
 */
public final class Bootstrap {

    private static final int TIMES = 1000;

    private Bootstrap() {}

    /**
     * The interval that holds the mean in 95 of 100 cases.
     *
     * @param values one a learner
     */
    public static Interval interval(double[] values, long seed) {
        if (values.length == 0) {
            return new Interval(0, 0);
        }
        var random = new SplittableRandom(seed);
        var means = new double[TIMES];
        for (int t = 0; t < TIMES; t++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[t] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(percentile(means, 0.025), percentile(means, 0.975));
    }

    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** From where to where. */
    public record Interval(double low, double high) {}
}
