package org.coursewise.recommender.candidates;

import org.coursewise.recommender.dataset.Histories;
import org.jspecify.annotations.Nullable;

/** What one history adds to the rows of its courses, the same wherever it is counted. */
public final class PairSums {

    private PairSums() {}

    /**
     * Adds a history, which is that of {@code history[from .. to)}, to the row of one of its courses.
     *
     * @param courses how many of the first courses are counted
     * @param together counts each course as one; null when it is not asked for
     * @param weighted counts one of n courses as 1 / n; null when it is not asked for
     */
    public static void add(
            int[] history, int from, int to, int courses, double @Nullable [] together, double @Nullable [] weighted) {
        double weight = weight(to - from);
        for (int k = from; k < to; k++) {
            int j = history[k];
            if (j < courses) {
                if (together != null) {
                    together[j]++;
                }
                if (weighted != null) {
                    weighted[j] += weight;
                }
            }
        }
    }

    /** What a course counts in a history of so many. */
    public static double weight(int length) {
        return 1.0 / length;
    }

    /** What a history of so many courses adds to the sum of logarithms of each. */
    public static double logLength(int length) {
        return Math.log1p(length);
    }

    /** Σ over the learners of each course of ln(1 + the length of their histories). */
    static double[] logLengths(Histories histories) {
        var sums = new double[histories.courseCount()];
        for (int u = 0; u < histories.learners(); u++) {
            double logLength = logLength(histories.length(u));
            for (int k = 0; k < histories.length(u); k++) {
                sums[histories.course(u, k)] += logLength;
            }
        }
        return sums;
    }
}
