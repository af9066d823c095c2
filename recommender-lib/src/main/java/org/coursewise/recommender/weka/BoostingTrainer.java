package org.coursewise.recommender.weka;

import java.util.function.DoubleConsumer;
import org.coursewise.recommender.boosting.BinnedRows;
import org.coursewise.recommender.boosting.Boosting;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;

/**
 * Trains boosted trees by {@link HistogramLogitBoost} and takes them apart.
 *
 * @param boosting how
 */
public record BoostingTrainer(Boosting boosting) {

    /**
     * Trains and flattens; the score is the logarithm of the odds of being taken.
     *
     * @param features those that may be used
     * @param progress gets the share of the trees done
     * @throws InterruptedException when training is cancelled
     */
    public BoostedTrees train(BinnedRows rows, int[] features, long seed, Workers workers, DoubleConsumer progress)
            throws InterruptedException {
        var classifier = new HistogramLogitBoost(boosting, seed);
        classifier.build(rows, features, workers, progress);
        return classifier.flatten();
    }
}
