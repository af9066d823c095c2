package org.coursewise.recommender.weka;

import org.coursewise.recommender.boosting.BinnedRows;
import org.coursewise.recommender.boosting.Boosting;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;

/**
 * Trains boosted trees by {@link HistogramLogitBoost}, some after the other, and takes them apart. Not for use by several
 * threads.
 */
public final class BoostingTrainer {

    private final HistogramLogitBoost classifier;

    /**
     * @param boosting how
     * @param features those that may be used
     */
    public BoostingTrainer(Boosting boosting, BinnedRows rows, int[] features, long seed) {
        classifier = new HistogramLogitBoost(boosting, seed);
        classifier.begin(rows, features);
    }

    /**
     * Trains so many trees more.
     *
     * @throws InterruptedException when training is cancelled
     */
    public void grow(int trees, Workers workers) throws InterruptedException {
        classifier.grow(trees, workers);
    }

    /** The trees that there are until now; the score is the logarithm of the odds of being taken. */
    public BoostedTrees trees() {
        return classifier.flatten();
    }
}
