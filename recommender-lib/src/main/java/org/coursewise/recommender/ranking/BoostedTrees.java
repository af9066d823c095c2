package org.coursewise.recommender.ranking;

import java.util.List;

/**
 * A sum of regression trees, all padded to the same depth d so that a tree is two flat arrays: 2^d - 1 tests and 2^d
 * leaves. A candidate goes to child 2k + 1 of test k when {@code x < threshold}, else to 2k + 2; a leaf above the
 * last level is repeated below tests that always go left. Immutable.
 */
public final class BoostedTrees implements Ranker {

    private final double start;
    private final int depth;
    private final int[] features;
    private final float[] thresholds;
    private final double[] leaves;

    /**
     * Takes the arrays as they are.
     *
     * @param start what every score begins with
     * @param features 2^depth - 1 entries a tree
     * @param thresholds as many
     * @param leaves 2^depth entries a tree
     */
    public BoostedTrees(double start, int depth, int[] features, float[] thresholds, double[] leaves) {
        int tests = (1 << depth) - 1;
        if (features.length != thresholds.length
                || features.length % tests != 0
                || leaves.length != features.length / tests * (tests + 1)) {
            throw new IllegalArgumentException("The trees' arrays do not fit together");
        }
        this.start = start;
        this.depth = depth;
        this.features = features;
        this.thresholds = thresholds;
        this.leaves = leaves;
    }

    /** One sum of trees whose score is the mean of the others'; all must have the same depth. */
    public static BoostedTrees mean(List<BoostedTrees> all) {
        var first = all.get(0);
        var features =
                new int[all.stream().mapToInt(trees -> trees.features.length).sum()];
        var thresholds = new float[features.length];
        var leaves =
                new double[all.stream().mapToInt(trees -> trees.leaves.length).sum()];
        double start = 0;
        int test = 0;
        int leaf = 0;
        for (var trees : all) {
            if (trees.depth != first.depth) {
                throw new IllegalArgumentException("Trees of depth " + trees.depth + " among those of " + first.depth);
            }
            System.arraycopy(trees.features, 0, features, test, trees.features.length);
            System.arraycopy(trees.thresholds, 0, thresholds, test, trees.thresholds.length);
            for (int k = 0; k < trees.leaves.length; k++) {
                leaves[leaf + k] = trees.leaves[k] / all.size();
            }
            test += trees.features.length;
            leaf += trees.leaves.length;
            start += trees.start / all.size();
        }
        return new BoostedTrees(start, first.depth, features, thresholds, leaves);
    }

    public double start() {
        return start;
    }

    public int depth() {
        return depth;
    }

    public int[] features() {
        return features;
    }

    public float[] thresholds() {
        return thresholds;
    }

    public double[] leaves() {
        return leaves;
    }

    @Override
    public void score(float[] x, int width, int rows, double[] scores) {
        int tests = (1 << depth) - 1;
        for (int r = 0; r < rows; r++) {
            scores[r] = start;
        }
        int leaf = -tests;
        for (int tree = 0; tree < features.length; tree += tests) {
            int base = tree;
            for (int r = 0; r < rows; r++) {
                int row = r * width;
                int at = 0;
                for (int level = 0; level < depth; level++) {
                    // the sign of x - threshold instead of a branch that would be guessed wrong half of the time
                    float beyond = x[row + features[base + at]] - thresholds[base + at];
                    at = 2 * at + 2 - (Float.floatToRawIntBits(beyond) >>> 31);
                }
                scores[r] += leaves[leaf + at];
            }
            leaf += tests + 1;
        }
    }
}
