package org.coursewise.recommender.boosting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;

/** A {@link Boosting} under way: it can be looked at, and go on. Not for use by several threads. */
public final class Growth {

    private static final double PENALTY = 1;
    private static final double LEAST_CURVATURE = 1e-6;
    private static final int PARTS = 16;

    private final Boosting boosting;
    private final BinnedRows rows;
    private final SplittableRandom random;
    private final int[] usable;
    private final double start;
    private final float[] scores;
    private final float[] slopes;
    private final TreeGrower grower;
    private final int tests;
    private final int[] features;
    private final float[] thresholds;
    private final double[] leaves;
    private int grown;

    Growth(Boosting boosting, BinnedRows rows, int[] allowed, long seed) {
        this.boosting = boosting;
        this.rows = rows;
        random = new SplittableRandom(seed);
        usable = Arrays.stream(allowed).filter(f -> rows.edges().count(f) > 1).toArray();
        int positives = rows.positives();
        start = Math.log((positives + 0.5) / (rows.size() - positives + 0.5));
        scores = new float[rows.size()];
        Arrays.fill(scores, (float) start);
        slopes = new float[2 * rows.size()];
        grower = new TreeGrower(rows, boosting.depth(), boosting.leastWeight(), PENALTY);
        tests = (1 << boosting.depth()) - 1;
        features = new int[boosting.trees() * tests];
        thresholds = new float[features.length];
        leaves = new double[boosting.trees() * (tests + 1)];
        Arrays.fill(thresholds, Float.POSITIVE_INFINITY);
    }

    /**
     * Grows so many trees more, fewer when there would be too many.
     *
     * @param workers they share the work; what comes out is the same for any number of them
     * @throws InterruptedException when training is cancelled
     */
    public void grow(int count, Workers workers) throws InterruptedException {
        int upTo = Math.min(boosting.trees(), grown + count);
        for (; grown < upTo; grown++) {
            if (usable.length > 0) {
                add(grown, workers);
            }
        }
    }

    /** What has grown until now. */
    public BoostedTrees trees() {
        return new BoostedTrees(
                start,
                boosting.depth(),
                Arrays.copyOf(features, grown * tests),
                Arrays.copyOf(thresholds, grown * tests),
                Arrays.copyOf(leaves, grown * (tests + 1)));
    }

    private void add(int t, Workers workers) throws InterruptedException {
        int[] sample = sample();
        eachPart(sample.length, workers, k -> slope(rows.taken(sample[k]), scores[sample[k]], slopes, sample[k]));
        var tree = grower.grow(slopes, sample, some(usable), workers);
        for (int leaf = 0; leaf <= tests; leaf++) {
            tree.leaves[leaf] *= boosting.shrinkage();
            leaves[t * (tests + 1) + leaf] = tree.leaves[leaf];
        }
        for (int k = 0; k < tests; k++) {
            features[t * tests + k] = tree.features[k];
            if (tree.cuts[k] < BinEdges.MOST) {
                thresholds[t * tests + k] = rows.edges().edge(tree.features[k], tree.cuts[k]);
            }
        }
        eachPart(rows.size(), workers, r -> scores[r] += (float) TreeGrower.leaf(tree, rows.bins(), r * rows.width()));
    }

    private static void slope(boolean taken, float score, float[] slopes, int row) {
        double chance = 1 / (1 + Math.exp(-score));
        slopes[2 * row] = (float) (chance - (taken ? 1 : 0));
        slopes[2 * row + 1] = (float) Math.max(LEAST_CURVATURE, chance * (1 - chance));
    }

    /** The rows of a random part of the groups. */
    private int[] sample() {
        if (rows.size() <= boosting.rowsPerTree()) {
            return IntStream.range(0, rows.size()).toArray();
        }
        double share = (double) boosting.rowsPerTree() / rows.size();
        var sample = new int[rows.size()];
        int size = 0;
        for (int g = 0; g < rows.groups(); g++) {
            if (random.nextDouble() < share) {
                for (int r = rows.start(g); r < rows.start(g + 1); r++) {
                    sample[size++] = r;
                }
            }
        }
        return Arrays.copyOf(sample, size);
    }

    private int[] some(int[] features) {
        if (boosting.featureShare() >= 1) {
            return features;
        }
        int[] some = Arrays.stream(features)
                .filter(f -> random.nextDouble() < boosting.featureShare())
                .toArray();
        return some.length == 0 ? features : some;
    }

    private interface Row {
        void at(int row);
    }

    private static void eachPart(int rows, Workers workers, Row step) throws InterruptedException {
        workers.each(PARTS, part -> {
            int to = (int) ((long) rows * (part + 1) / PARTS);
            for (int r = (int) ((long) rows * part / PARTS); r < to; r++) {
                step.at(r);
            }
        });
    }
}
