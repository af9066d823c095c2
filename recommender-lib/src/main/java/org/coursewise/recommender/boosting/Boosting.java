package org.coursewise.recommender.boosting;

import java.util.Locale;
import java.util.function.DoubleConsumer;
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

    /**
     * Trains; the score is the logarithm of the odds of being taken. The same for any number of threads.
     *
     * @param allowed the features that may be tested
     * @param progress gets the share of the trees done
     * @throws InterruptedException when training is cancelled
     */
    public BoostedTrees train(BinnedRows rows, int[] allowed, long seed, Workers workers, DoubleConsumer progress)
            throws InterruptedException {
        var growth = begin(rows, allowed, seed);
        for (int t = 0; t < trees; t++) {
            growth.grow(1, workers);
            progress.accept((t + 1.0) / trees);
            if (Thread.interrupted()) {
                throw new InterruptedException("Training was cancelled");
            }
        }
        return growth.trees();
    }

    /** Begins a training that goes on by as many trees as are asked for, {@link #trees} at most. */
    public Growth begin(BinnedRows rows, int[] allowed, long seed) {
        return new Growth(this, rows, allowed, seed);
    }

    /** The same with another number of trees. */
    public Boosting withTrees(int count) {
        return new Boosting(count, depth, leastWeight, shrinkage, rowsPerTree, featureShare);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "LogitBoost, %d trees of depth %d, shrinkage %.2f", trees, depth, shrinkage);
    }
}
