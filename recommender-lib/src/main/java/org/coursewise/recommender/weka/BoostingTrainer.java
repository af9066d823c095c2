package org.coursewise.recommender.weka;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.ranking.RankingRows;
import weka.classifiers.Classifier;
import weka.classifiers.meta.LogitBoost;

/**
 * Trains boosted trees with Weka: LogitBoost (J. Friedman, T. Hastie, R. Tibshirani, "Additive logistic regression",
 * Annals of Statistics 28(2), 2000) over REPTrees without pruning. Each call uses classifiers of its own, so calls may
 * run side by side.
 *
 * @param rounds how many trees
 * @param depth of each tree at most
 * @param leastPerLeaf the weight of the rows in a leaf at least
 * @param shrinkage what each tree counts
 */
public record BoostingTrainer(int rounds, int depth, double leastPerLeaf, double shrinkage) {

    /**
     * Trains and flattens; the score is the logarithm of the odds of being taken.
     *
     * @param progress gets the share of the rounds done
     * @throws InterruptedException when training is cancelled
     */
    public BoostedTrees train(RankingRows rows, int seed, DoubleConsumer progress) throws InterruptedException {
        try {
            return flatten(boost(rows, seed, progress));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Weka could not train: " + e.getMessage(), e);
        }
    }

    LogitBoost boost(RankingRows rows, int seed, DoubleConsumer progress) throws Exception {
        WekaTables.prepare();
        var boost = new LogitBoost();
        boost.setClassifier(new BinnedTree(depth, leastPerLeaf));
        boost.setNumIterations(rounds);
        boost.setShrinkage(shrinkage);
        boost.setSeed(seed);
        var table = WekaTables.of(rows);
        BinnedTree.prepare(table);
        try {
            boost.initializeClassifier(table);
            for (int round = 1; boost.next(); round++) {
                progress.accept((double) round / rounds);
                if (Thread.interrupted()) {
                    throw new InterruptedException("Training was cancelled");
                }
            }
        } finally {
            BinnedTree.forget();
        }
        boost.done();
        return boost;
    }

    BoostedTrees flatten(LogitBoost boost) {
        // Weka trains the class "no" alone: F_yes = -F_no, and of the F the difference is the logarithm of the odds.
        // A tree moves F_no by half the shrunk leaf and F_yes by minus that.
        Classifier[][] built = boost.classifiers();
        int tests = (1 << depth) - 1;
        var features = new int[built.length * tests];
        var thresholds = new float[features.length];
        var leaves = new double[built.length * (tests + 1)];
        for (int t = 0; t < built.length; t++) {
            var tree = (BinnedTree) built[t][0];
            System.arraycopy(tree.features(), 0, features, t * tests, tests);
            System.arraycopy(tree.thresholds(), 0, thresholds, t * tests, tests);
            for (int leaf = 0; leaf <= tests; leaf++) {
                leaves[t * (tests + 1) + leaf] = -boost.getShrinkage() * tree.leaves()[leaf];
            }
        }
        return new BoostedTrees(0, depth, features, thresholds, leaves);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "LogitBoost, %d trees of depth %d, shrinkage %.2f", rounds, depth, shrinkage);
    }
}
