package org.coursewise.recommender.ranking;

import java.util.List;

/**
 * A logistic regression: the score of x is b + Σ_f w_f x_f, the logarithm of the odds. Immutable.
 */
public final class LinearRanker implements Ranker {

    private final double intercept;
    private final double[] weights;

    public LinearRanker(double intercept, double[] weights) {
        this.intercept = intercept;
        this.weights = weights.clone();
    }

    /** The ranker whose score is the mean of the others'. */
    public static LinearRanker mean(List<LinearRanker> all) {
        var weights = new double[all.get(0).weights.length];
        double intercept = 0;
        for (var ranker : all) {
            intercept += ranker.intercept / all.size();
            for (int f = 0; f < weights.length; f++) {
                weights[f] += ranker.weights[f] / all.size();
            }
        }
        return new LinearRanker(intercept, weights);
    }

    public double intercept() {
        return intercept;
    }

    public double[] weights() {
        return weights.clone();
    }

    @Override
    public void score(float[] features, int width, int rows, double[] scores) {
        for (int r = 0; r < rows; r++) {
            double sum = intercept;
            int at = r * width;
            for (int f = 0; f < weights.length; f++) {
                sum += weights[f] * features[at + f];
            }
            scores[r] = sum;
        }
    }
}
