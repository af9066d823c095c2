package org.coursewise.recommender.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/** Collects the lists of many learners and measures them at 10 places. Not for use by several threads. */
public final class ListScores {

    /** How many places count. */
    public static final int PLACES = 10;

    private static final Measure NDCG = new Ndcg();
    private static final Measure RECALL = new Recall();
    private static final Measure HIT_RATE = new HitRate();
    private static final Measure RECIPROCAL_RANK = new ReciprocalRank();

    private final double[] ndcg;
    private final BitSet shown = new BitSet();
    private double recall;
    private double hitRate;
    private double reciprocalRank;
    private int size;

    public ListScores(int learners) {
        ndcg = new double[learners];
    }

    /**
     * Adds a learner's list.
     *
     * @param courses best first
     * @param length how many of them count
     * @param wanted what the learner took, ascending
     */
    public void add(int[] courses, int length, int[] wanted) {
        var hits = new boolean[Math.min(PLACES, length)];
        for (int p = 0; p < hits.length; p++) {
            hits[p] = Arrays.binarySearch(wanted, courses[p]) >= 0;
            shown.set(courses[p]);
        }
        ndcg[size++] = NDCG.of(hits, wanted.length, PLACES);
        recall += RECALL.of(hits, wanted.length, PLACES);
        hitRate += HIT_RATE.of(hits, wanted.length, PLACES);
        reciprocalRank += RECIPROCAL_RANK.of(hits, wanted.length, PLACES);
    }

    /** Each learner's NDCG, in the order in which they came. */
    public double[] ndcg() {
        return Arrays.copyOf(ndcg, size);
    }

    public double meanNdcg() {
        return mean(ndcg, size);
    }

    /**
     * The averages.
     *
     * @param courses how many there are to show
     */
    public Figures figures(int courses, long seed) {
        int n = Math.max(1, size);
        return new Figures(
                size,
                meanNdcg(),
                Bootstrap.interval(ndcg(), seed),
                recall / n,
                hitRate / n,
                reciprocalRank / n,
                courses == 0 ? 0 : (double) shown.cardinality() / courses);
    }

    /** The mean of the first values, 0 of none. */
    static double mean(double[] values, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += values[k];
        }
        return count == 0 ? 0 : sum / count;
    }
}
