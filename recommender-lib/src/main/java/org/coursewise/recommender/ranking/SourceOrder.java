package org.coursewise.recommender.ranking;

/**
 * The order that one feature gives: what is shipped when no trained ranker is surely better.
 *
 * @param feature which one
 */
public record SourceOrder(int feature) implements Ranker {

    @Override
    public void score(float[] features, int width, int rows, double[] scores) {
        for (int r = 0; r < rows; r++) {
            scores[r] = features[r * width + feature];
        }
    }
}
