package org.coursewise.recommender.boosting;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;

/**
 * LogitBoost for two classes (J. Friedman, T. Hastie, R. Tibshirani, "Additive logistic regression", Annals of
 * Statistics 28(2), 2000): every tree is one Newton step on the logarithm of the likelihood, with p the chance of being
 * taken that the trees before it give,
 *
 * <pre>
 * F ← F + ν f,  f fits (y - p) / (p (1 - p)) with weights p (1 - p)
 * </pre>
 *
 * and it sees a random part of the learners and of the features only (J. Friedman, "Stochastic gradient boosting",
 * Computational Statistics and Data Analysis 38(4), 2002).
 *
 * @param trees how many
 * @param depth of each
 * @param leastWeight the sum of p (1 - p) in a leaf at least
 * @param shrinkage ν, what each tree counts
 * @param rowsPerTree how many rows a tree sees at most, about
 * @param featureShare the share of the features that a tree may test
 */
public record Boosting(
        int trees, int depth, double leastWeight, double shrinkage, int rowsPerTree, double featureShare) {

    private static final double PENALTY = 1;
    private static final double LEAST_CURVATURE = 1e-6;
    private static final int PARTS = 16;

    /**
     * Trains; the score is the logarithm of the odds of being taken. The same for any number of threads.
     *
     * @param allowed the features that may be tested
     * @param progress gets the share of the trees done
     * @throws InterruptedException when training is cancelled
     */
    public BoostedTrees train(BinnedRows rows, int[] allowed, long seed, Workers workers, DoubleConsumer progress)
            throws InterruptedException {
        var random = new SplittableRandom(seed);
        int positives = rows.positives();
        double start = Math.log((positives + 0.5) / (rows.size() - positives + 0.5));
        var scores = new float[rows.size()];
        Arrays.fill(scores, (float) start);
        var slopes = new float[2 * rows.size()];
        var grower = new TreeGrower(rows, depth, leastWeight, PENALTY, workers);
        int[] usable =
                Arrays.stream(allowed).filter(f -> rows.edges().count(f) > 1).toArray();
        int tests = (1 << depth) - 1;
        var features = new int[trees * tests];
        var thresholds = new float[features.length];
        var leaves = new double[trees * (tests + 1)];
        Arrays.fill(thresholds, Float.POSITIVE_INFINITY);
        for (int t = 0; t < trees && usable.length > 0; t++) {
            int[] sample = sample(rows, random);
            eachPart(sample.length, workers, k -> slope(rows.taken(sample[k]), scores[sample[k]], slopes, sample[k]));
            var tree = grower.grow(slopes, sample, some(usable, random));
            for (int leaf = 0; leaf <= tests; leaf++) {
                tree.leaves[leaf] *= shrinkage;
                leaves[t * (tests + 1) + leaf] = tree.leaves[leaf];
            }
            for (int k = 0; k < tests; k++) {
                features[t * tests + k] = tree.features[k];
                if (tree.cuts[k] < BinEdges.MOST) {
                    thresholds[t * tests + k] = rows.edges().edge(tree.features[k], tree.cuts[k]);
                }
            }
            eachPart(
                    rows.size(),
                    workers,
                    r -> scores[r] += (float) TreeGrower.leaf(tree, rows.bins(), r * rows.width()));
            progress.accept((t + 1.0) / trees);
            if (Thread.interrupted()) {
                throw new InterruptedException("Training was cancelled");
            }
        }
        return new BoostedTrees(start, depth, features, thresholds, leaves);
    }

    /** The same with another number of trees. */
    public Boosting withTrees(int count) {
        return new Boosting(count, depth, leastWeight, shrinkage, rowsPerTree, featureShare);
    }

    private static void slope(boolean taken, float score, float[] slopes, int row) {
        double chance = 1 / (1 + Math.exp(-score));
        slopes[2 * row] = (float) (chance - (taken ? 1 : 0));
        slopes[2 * row + 1] = (float) Math.max(LEAST_CURVATURE, chance * (1 - chance));
    }

    /** The rows of a random part of the groups. */
    private int[] sample(BinnedRows rows, SplittableRandom random) {
        if (rows.size() <= rowsPerTree) {
            return IntStream.range(0, rows.size()).toArray();
        }
        double share = (double) rowsPerTree / rows.size();
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

    private int[] some(int[] features, SplittableRandom random) {
        if (featureShare >= 1) {
            return features;
        }
        int[] some = Arrays.stream(features)
                .filter(f -> random.nextDouble() < featureShare)
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

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "LogitBoost, %d trees of depth %d, shrinkage %.2f", trees, depth, shrinkage);
    }
}
