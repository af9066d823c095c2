package org.coursewise.recommender.weka;

import java.util.stream.IntStream;
import org.coursewise.recommender.boosting.BinEdges;
import org.coursewise.recommender.boosting.BinnedRows;
import org.coursewise.recommender.boosting.Boosting;
import org.coursewise.recommender.boosting.Growth;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.jspecify.annotations.Nullable;
import weka.classifiers.AbstractClassifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Weka's LogitBoost brought to millions of rows: a classifier for two classes that learns from rows in bins of a byte
 * instead of Weka's tables, which take eight bytes a value and one object a row, and grows its trees over histograms.
 */
final class HistogramLogitBoost extends AbstractClassifier {

    private static final long serialVersionUID = 1;

    private final transient Boosting boosting;
    private final long seed;
    private transient @Nullable Growth growth;
    private int depth;
    private double start;
    private int[] features = {};
    private float[] thresholds = {};
    private double[] leaves = {};

    HistogramLogitBoost(Boosting boosting, long seed) {
        this.boosting = boosting;
        this.seed = seed;
    }

    @Override
    public void buildClassifier(Instances table) throws Exception {
        int width = table.classIndex();
        var edges = BinEdges.of(table.numInstances(), width, (row, feature) ->
                (float) table.instance(row).value(feature));
        var rows = new BinnedRows(edges);
        var values = new float[width];
        for (int r = 0; r < table.numInstances(); r++) {
            for (int f = 0; f < width; f++) {
                values[f] = (float) table.instance(r).value(f);
            }
            rows.add(values, 0, table.instance(r).classValue() == WekaTables.TAKEN);
            rows.endGroup();
        }
        try (var workers = new Workers(1)) {
            begin(rows, IntStream.range(0, width).toArray());
            grow(boosting.trees(), workers);
        }
    }

    /** Begins to learn from rows that are in bins already. */
    void begin(BinnedRows rows, int[] allowed) {
        growth = boosting.begin(rows, allowed, seed);
    }

    /** Grows so many trees more. */
    void grow(int count, Workers workers) throws InterruptedException {
        if (growth == null) {
            throw new IllegalStateException("There are no rows to learn from yet");
        }
        growth.grow(count, workers);
        var trees = growth.trees();
        depth = trees.depth();
        start = trees.start();
        features = trees.features();
        thresholds = trees.thresholds();
        leaves = trees.leaves();
    }

    @Override
    public double[] distributionForInstance(Instance row) {
        double odds = start;
        int tests = (1 << depth) - 1;
        for (int tree = 0; tree * tests < features.length; tree++) {
            int node = 0;
            while (node < tests) {
                int at = tree * tests + node;
                node = 2 * node + ((float) row.value(features[at]) < thresholds[at] ? 1 : 2);
            }
            odds += leaves[tree * (tests + 1) + node - tests];
        }
        double chance = 1 / (1 + Math.exp(-odds));
        return new double[] {1 - chance, chance};
    }

    /** The trees as they serve. */
    BoostedTrees flatten() {
        return new BoostedTrees(start, depth, features, thresholds, leaves);
    }
}
