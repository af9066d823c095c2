package org.coursewise.recommender.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.coursewise.recommender.matrix.Top;

/**
 * A sum of regression trees, all padded to the same depth d so that a tree is two flat arrays: 2^d - 1 tests and 2^d
 * leaves. A candidate goes to child 2k + 1 of test k when {@code x < threshold}, else to 2k + 2; a leaf above the
 * last level is repeated below tests that always go left. Immutable.
 */
public final class BoostedTrees implements Ranker {

    /** So many rows at least are scored by all trees. */
    private static final int LEAST_KEPT = 30;
    /** A multiple of eight. */
    private static final int ROWS_AT_ONCE = 40;

    private final double start;
    private final int depth;
    private final int[] features;
    private final float[] thresholds;
    private final double[] leaves;
    /** Feature in the upper half, bits of the threshold in the lower: one look instead of two. */
    private final long[] nodes;

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
        this.nodes = new long[features.length];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = ((long) features[k] << 32) | (Float.floatToRawIntBits(thresholds[k]) & 0xffffffffL);
        }
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

    /** The sum of the first trees alone. */
    public BoostedTrees first(int count) {
        int tests = (1 << depth) - 1;
        return new BoostedTrees(
                start,
                depth,
                Arrays.copyOf(features, count * tests),
                Arrays.copyOf(thresholds, count * tests),
                Arrays.copyOf(leaves, count * (tests + 1)));
    }

    /** How many trees there are. */
    public int count() {
        return leaves.length >> depth;
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
        Arrays.fill(scores, 0, rows, start);
        add(x, width, IntStream.range(0, rows).toArray(), rows, 0, count(), scores);
    }

    /**
     * Scores all rows by the first eighth of the trees, and those that may still be among the best by the others: most
     * of what can be retrieved lies far behind after a few trees.
     */
    @Override
    public int best(float[] x, int width, int rows, int places, double[] scores, int[] best) {
        int kept = Math.max(LEAST_KEPT, places + places / 2);
        Arrays.fill(scores, 0, rows, start);
        for (int r = 0; r < rows; r++) {
            best[r] = r;
        }
        int first = kept < rows ? count() / 8 : count();
        // some rows after the other, as they and these trees fit into the processor's nearest cache
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            add(x, width, best, from, Math.min(rows, from + ROWS_AT_ONCE), 0, first, scores);
        }
        if (kept < rows) {
            var top = new Top(kept);
            for (int r = 0; r < rows; r++) {
                top.offer(r, scores[r]);
            }
            add(x, width, best, top.drain(best), first, count(), scores);
        }
        var top = new Top(places);
        for (int k = 0; k < Math.min(kept, rows); k++) {
            top.offer(best[k], scores[best[k]]);
        }
        return top.drain(best);
    }

    /**
     * Adds some trees' leaves to the scores of some rows, eight rows side by side: their ways down do not wait for each
     * other.
     */
    public void add(float[] x, int width, int[] rows, int count, int fromTree, int toTree, double[] scores) {
        add(x, width, rows, 0, count, fromTree, toTree, scores);
    }

    private void add(
            float[] x, int width, int[] rows, int fromRow, int toRow, int fromTree, int toTree, double[] scores) {
        int tests = (1 << depth) - 1;
        for (int tree = fromTree; tree < toTree; tree++) {
            int base = tree * tests;
            int leaf = tree * (tests + 1) - tests;
            int k = fromRow;
            for (; k + 8 <= toRow; k += 8) {
                addEight(x, width, rows, k, base, leaf, scores);
            }
            for (; k < toRow; k++) {
                int at = 0;
                for (int level = 0; level < depth; level++) {
                    at = next(x, rows[k] * width, nodes[base + at], at);
                }
                scores[rows[k]] += leaves[leaf + at];
            }
        }
    }

    private void addEight(float[] x, int width, int[] rows, int k, int base, int leaf, double[] scores) {
        int rowA = rows[k] * width;
        int rowB = rows[k + 1] * width;
        int rowC = rows[k + 2] * width;
        int rowD = rows[k + 3] * width;
        int rowE = rows[k + 4] * width;
        int rowF = rows[k + 5] * width;
        int rowG = rows[k + 6] * width;
        int rowH = rows[k + 7] * width;
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int e = 0;
        int f = 0;
        int g = 0;
        int h = 0;
        for (int level = 0; level < depth; level++) {
            a = next(x, rowA, nodes[base + a], a);
            b = next(x, rowB, nodes[base + b], b);
            c = next(x, rowC, nodes[base + c], c);
            d = next(x, rowD, nodes[base + d], d);
            e = next(x, rowE, nodes[base + e], e);
            f = next(x, rowF, nodes[base + f], f);
            g = next(x, rowG, nodes[base + g], g);
            h = next(x, rowH, nodes[base + h], h);
        }
        scores[rows[k]] += leaves[leaf + a];
        scores[rows[k + 1]] += leaves[leaf + b];
        scores[rows[k + 2]] += leaves[leaf + c];
        scores[rows[k + 3]] += leaves[leaf + d];
        scores[rows[k + 4]] += leaves[leaf + e];
        scores[rows[k + 5]] += leaves[leaf + f];
        scores[rows[k + 6]] += leaves[leaf + g];
        scores[rows[k + 7]] += leaves[leaf + h];
    }

    /** The sign of x - threshold instead of a branch that would be guessed wrong half of the time. */
    private static int next(float[] x, int row, long node, int at) {
        float beyond = x[row + (int) (node >>> 32)] - Float.intBitsToFloat((int) node);
        return 2 * at + 2 - (Float.floatToRawIntBits(beyond) >>> 31);
    }
}
