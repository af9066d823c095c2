package org.coursewise.recommender.weka;

import java.util.stream.IntStream;
import org.coursewise.recommender.ranking.LinearRanker;
import org.coursewise.recommender.ranking.RankingRows;
import weka.classifiers.functions.Logistic;

/**
 * Trains a logistic regression with Weka (S. le Cessie and J. van Houwelingen, "Ridge estimators in logistic
 * regression", Applied Statistics 41(1), 1992). Few parameters: the ranker for small data.
 *
 * @param ridge the penalty on standardised weights
 */
public record LogisticTrainer(double ridge) {

    private static final int MOST_STEPS = 100;

    /** Trains; the score is the logarithm of the odds of being taken. */
    public LinearRanker train(RankingRows rows) {
        try {
            int[] changing = changing(rows);
            return flatten(fit(rows, changing), changing, rows.width());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Weka could not train: " + e.getMessage(), e);
        }
    }

    Logistic fit(RankingRows rows, int[] features) throws Exception {
        WekaTables.prepare();
        var logistic = new Logistic();
        logistic.setRidge(ridge);
        logistic.setMaxIts(MOST_STEPS);
        logistic.buildClassifier(WekaTables.of(rows, features));
        return logistic;
    }

    /** The features that are not the same in all rows: Weka leaves the others out and does not say which. */
    static int[] changing(RankingRows rows) {
        return IntStream.range(0, rows.width())
                .filter(f -> IntStream.range(1, rows.size()).anyMatch(r -> rows.feature(r, f) != rows.feature(0, f)))
                .toArray();
    }

    static LinearRanker flatten(Logistic logistic, int[] features, int width) {
        // one column: the logarithm of the odds of the first class, "no", after the intercept
        double[][] coefficients = logistic.coefficients();
        var weights = new double[width];
        for (int k = 0; k < features.length; k++) {
            weights[features[k]] = -coefficients[k + 1][0];
        }
        return new LinearRanker(-coefficients[0][0], weights);
    }
}
