package org.coursewise.recommender.boosting;

import java.util.Arrays;
import org.coursewise.recommender.matrix.Workers;

/**
 * Grows one regression tree level by level over histograms (G. Ke et al., "LightGBM", NIPS 2017): a node is split where
 *
 * <pre>
 * G_left² / (H_left + λ) + G_right² / (H_right + λ) - G² / (H + λ)
 * </pre>
 *
 * is greatest, with the sums G of the gradients and H of the second derivatives of the loss. Of two children the
 * smaller one's histogram is added up and the other's is what is left of the parent's. A node that is not split sends
 * every row to the left.
 */
final class TreeGrower {

    private static final int BINS = BinEdges.MOST;
    private static final int BLOCKS = 4;

    private final BinnedRows rows;
    private final int depth;
    private final double leastWeight;
    private final double penalty;
    private final int width;
    private final byte[] bins;

    TreeGrower(BinnedRows rows, int depth, double leastWeight, double penalty) {
        this.rows = rows;
        this.depth = depth;
        this.leastWeight = leastWeight;
        this.penalty = penalty;
        this.width = rows.width();
        this.bins = rows.bins();
    }

    /** A full tree of 2^depth - 1 tests and 2^depth leaves; bins above {@code cuts} go to the right. */
    static final class Tree {
        final int[] features;
        final int[] cuts;
        final double[] leaves;

        Tree(int depth) {
            features = new int[(1 << depth) - 1];
            cuts = new int[features.length];
            leaves = new double[1 << depth];
        }
    }

    /**
     * Grows.
     *
     * @param slopes gradient and second derivative of each row, side by side
     * @param sample the rows that count, ascending; the array is used up
     * @param features those that may be tested
     */
    Tree grow(float[] slopes, int[] sample, int[] features, Workers workers) throws InterruptedException {
        var tree = new Tree(depth);
        int[] order = sample;
        var spare = new int[sample.length];
        int[] starts = {0, sample.length};
        var histograms = new double[][] {new double[features.length * BINS * 2]};
        var root = histograms[0];
        workers.each(
                BLOCKS,
                b -> add(
                        slopes,
                        sample,
                        0,
                        sample.length,
                        features,
                        features.length * b / BLOCKS,
                        features.length * (b + 1) / BLOCKS,
                        root));
        for (int level = 0; level < depth; level++) {
            if (level > 0) {
                histograms = children(histograms, slopes, order, starts, features, workers);
            }
            int first = (1 << level) - 1;
            double[][] of = histograms;
            workers.each(first + 1, k -> split(of[k], features, tree, first + k));
            starts = part(tree, first, order, spare, starts, workers);
            int[] swapped = order;
            order = spare;
            spare = swapped;
        }
        fillLeaves(tree, slopes, order, starts, workers);
        return tree;
    }

    private double[][] children(
            double[][] parents, float[] slopes, int[] order, int[] starts, int[] features, Workers workers)
            throws InterruptedException {
        var children = new double[2 * parents.length][];
        workers.each(parents.length, k -> {
            int left = 2 * k;
            boolean leftIsSmaller = starts[left + 1] - starts[left] <= starts[left + 2] - starts[left + 1];
            int smaller = leftIsSmaller ? left : left + 1;
            var sums = new double[parents[k].length];
            add(slopes, order, starts[smaller], starts[smaller + 1], features, 0, features.length, sums);
            double[] rest = parents[k];
            for (int s = 0; s < sums.length; s++) {
                rest[s] -= sums[s];
            }
            children[smaller] = sums;
            children[leftIsSmaller ? left + 1 : left] = rest;
        });
        return children;
    }

    private void add(float[] slopes, int[] order, int from, int to, int[] features, int first, int end, double[] sums) {
        for (int k = from; k < to; k++) {
            int row = order[k];
            double gradient = slopes[2 * row];
            double curvature = slopes[2 * row + 1];
            int at = row * width;
            for (int f = first; f < end; f++) {
                int slot = (f * BINS + bins[at + features[f]]) * 2;
                sums[slot] += gradient;
                sums[slot + 1] += curvature;
            }
        }
    }

    private void split(double[] sums, int[] features, Tree tree, int node) {
        double gradient = 0;
        double curvature = 0;
        for (int b = 0; b < BINS; b++) {
            gradient += sums[2 * b];
            curvature += sums[2 * b + 1];
        }
        double without = gradient * gradient / (curvature + penalty);
        double best = 1e-9;
        tree.features[node] = features[0];
        tree.cuts[node] = BINS;
        for (int f = 0; f < features.length; f++) {
            double left = 0;
            double leftCurvature = 0;
            int count = rows.edges().count(features[f]);
            for (int b = 0; b < count - 1; b++) {
                left += sums[(f * BINS + b) * 2];
                leftCurvature += sums[(f * BINS + b) * 2 + 1];
                double rightCurvature = curvature - leftCurvature;
                if (leftCurvature < leastWeight || rightCurvature < leastWeight) {
                    continue;
                }
                double right = gradient - left;
                double gain =
                        left * left / (leftCurvature + penalty) + right * right / (rightCurvature + penalty) - without;
                if (gain > best) {
                    best = gain;
                    tree.features[node] = features[f];
                    tree.cuts[node] = b;
                }
            }
        }
    }

    /** Parts the rows of every node of a level, keeping their order; gives where the next level's nodes start. */
    private int[] part(Tree tree, int first, int[] order, int[] parted, int[] starts, Workers workers)
            throws InterruptedException {
        var next = new int[2 * starts.length - 1];
        workers.each(first + 1, k -> {
            int feature = tree.features[first + k];
            int cut = tree.cuts[first + k];
            int to = starts[k];
            for (int at = starts[k]; at < starts[k + 1]; at++) {
                if (bins[order[at] * width + feature] <= cut) {
                    parted[to++] = order[at];
                }
            }
            next[2 * k + 1] = to;
            for (int at = starts[k]; at < starts[k + 1]; at++) {
                if (bins[order[at] * width + feature] > cut) {
                    parted[to++] = order[at];
                }
            }
            next[2 * k + 2] = to;
        });
        return next;
    }

    private void fillLeaves(Tree tree, float[] slopes, int[] order, int[] starts, Workers workers)
            throws InterruptedException {
        Arrays.fill(tree.leaves, 0);
        workers.each(tree.leaves.length, leaf -> {
            double gradient = 0;
            double curvature = 0;
            for (int at = starts[leaf]; at < starts[leaf + 1]; at++) {
                gradient += slopes[2 * order[at]];
                curvature += slopes[2 * order[at] + 1];
            }
            if (starts[leaf + 1] > starts[leaf]) {
                tree.leaves[leaf] = -gradient / (curvature + penalty);
            }
        });
    }

    /** The leaf of a row. */
    static double leaf(Tree tree, byte[] bins, int at) {
        int node = 0;
        while (node < tree.features.length) {
            node = 2 * node + (bins[at + tree.features[node]] > tree.cuts[node] ? 2 : 1);
        }
        return tree.leaves[node - tree.features.length];
    }
}
