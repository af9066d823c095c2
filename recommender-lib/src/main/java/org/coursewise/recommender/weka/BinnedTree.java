package org.coursewise.recommender.weka;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A regression tree for Weka's boosting: what REPTree is without pruning, but over {@link Bins} instead of sorted
 * values, which takes a twentieth of the time. It is grown level by level; a node is split where the weighted squared
 * error falls most, Σ over children of (Σwz)² / Σw, as long as both children weigh enough.
 */
final class BinnedTree extends AbstractClassifier implements WeightedInstancesHandler {

    /** The bins of the rows that this thread boosts on: they stay the same while weights and classes change. */
    private static final ThreadLocal<@Nullable Bins> PREPARED = new ThreadLocal<>();

    private final int depth;
    private final double leastPerLeaf;
    /** Tests and leaves of a full tree of this depth; a node that is not split sends every row to the left. */
    private final int[] features;

    private final float[] thresholds;
    private final double[] leaves;

    /**
     * @param depth how many tests lie above a leaf
     * @param leastPerLeaf the weight of the rows of a leaf at least
     */
    BinnedTree(int depth, double leastPerLeaf) {
        this.depth = depth;
        this.leastPerLeaf = leastPerLeaf;
        this.features = new int[(1 << depth) - 1];
        this.thresholds = new float[features.length];
        this.leaves = new double[1 << depth];
    }

    /** Bins rows once for all trees that this thread builds until {@link #forget}. */
    static void prepare(Instances rows) {
        PREPARED.set(Bins.of(rows));
    }

    static void forget() {
        PREPARED.remove();
    }

    int[] features() {
        return features;
    }

    float[] thresholds() {
        return thresholds;
    }

    double[] leaves() {
        return leaves;
    }

    @Override
    public void buildClassifier(Instances rows) {
        int n = rows.numInstances();
        var weights = new double[n];
        var weighted = new double[n];
        for (int r = 0; r < n; r++) {
            var row = rows.instance(r);
            weights[r] = row.weight();
            weighted[r] = row.weight() * row.classValue();
        }
        var prepared = PREPARED.get();
        grow(prepared == null ? Bins.of(rows) : prepared, weights, weighted);
    }

    private void grow(Bins bins, double[] weights, double[] weighted) {
        var nodes = new int[weights.length];
        Arrays.fill(thresholds, Float.POSITIVE_INFINITY);
        for (int level = 0; level < depth; level++) {
            int first = (1 << level) - 1;
            var splits = new Split[1 << level];
            Arrays.setAll(splits, k -> new Split());
            for (int a = 0; a < bins.attributes(); a++) {
                if (bins.count(a) > 1) {
                    findSplits(bins, a, nodes, first, weights, weighted, splits);
                }
            }
            var tests = new int[splits.length];
            for (int k = 0; k < splits.length; k++) {
                tests[k] = Integer.MAX_VALUE;
                if (splits[k].gain > 0) {
                    features[first + k] = splits[k].attribute;
                    thresholds[first + k] = bins.edge(splits[k].attribute, splits[k].bin);
                    tests[k] = splits[k].bin;
                }
            }
            for (int r = 0; r < nodes.length; r++) {
                int k = nodes[r] - first;
                boolean right = bins.of(features[nodes[r]])[r] > tests[k];
                nodes[r] = 2 * nodes[r] + (right ? 2 : 1);
            }
        }
        fillLeaves(nodes, weights, weighted);
    }

    /** Adds up one attribute's bins for all nodes of a level and keeps what splits better than what was found before. */
    private void findSplits(
            Bins bins, int attribute, int[] nodes, int first, double[] weights, double[] weighted, Split[] splits) {
        int count = bins.count(attribute);
        byte[] of = bins.of(attribute);
        // weight and weighted sum side by side, one pair a bin
        var sums = new double[splits.length * count * 2];
        for (int r = 0; r < nodes.length; r++) {
            int at = 2 * ((nodes[r] - first) * count + of[r]);
            sums[at] += weights[r];
            sums[at + 1] += weighted[r];
        }
        for (int k = 0; k < splits.length; k++) {
            splits[k].offer(attribute, sums, k * count, count, leastPerLeaf);
        }
    }

    private void fillLeaves(int[] nodes, double[] weights, double[] weighted) {
        var total = new double[leaves.length];
        for (int r = 0; r < nodes.length; r++) {
            int leaf = nodes[r] - features.length;
            total[leaf] += weights[r];
            leaves[leaf] += weighted[r];
        }
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] = total[leaf] > 0 ? leaves[leaf] / total[leaf] : 0;
        }
    }

    @Override
    public double classifyInstance(Instance row) {
        int at = 0;
        for (int level = 0; level < depth; level++) {
            at = 2 * at + ((float) row.value(features[at]) < thresholds[at] ? 1 : 2);
        }
        return leaves[at - features.length];
    }

    /** The best split of a node so far. */
    private static final class Split {

        private double gain;
        private int attribute;
        private int bin;

        void offer(int candidate, double[] sums, int from, int count, double leastPerLeaf) {
            double weight = 0;
            double sum = 0;
            for (int b = from; b < from + count; b++) {
                weight += sums[2 * b];
                sum += sums[2 * b + 1];
            }
            double without = weight > 0 ? sum * sum / weight : 0;
            double leftWeight = 0;
            double leftSum = 0;
            for (int b = 0; b < count - 1; b++) {
                leftWeight += sums[2 * (from + b)];
                leftSum += sums[2 * (from + b) + 1];
                double rightWeight = weight - leftWeight;
                if (leftWeight < leastPerLeaf || rightWeight < leastPerLeaf) {
                    continue;
                }
                double rightSum = sum - leftSum;
                double found = leftSum * leftSum / leftWeight + rightSum * rightSum / rightWeight - without;
                if (found > gain * (1 + 1e-12) + 1e-9) {
                    gain = found;
                    attribute = candidate;
                    bin = b;
                }
            }
        }
    }
}
