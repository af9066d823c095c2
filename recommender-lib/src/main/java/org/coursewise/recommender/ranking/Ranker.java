package org.coursewise.recommender.ranking;

import org.coursewise.recommender.matrix.Top;

/** Gives candidates their order by their features. Immutable and safe to share. */
public sealed interface Ranker permits BoostedTrees, LinearRanker, SourceOrder {

    /**
     * Scores candidates, the highest first in the order.
     *
     * @param features rows of {@code width} values
     * @param rows how many of them count
     * @param scores receives one number a row
     */
    void score(float[] features, int width, int rows, double[] scores);

    /**
     * Finds the best candidates.
     *
     * @param places how many are wanted at most
     * @param scores receives their scores, each at its row; what it holds of others has no meaning
     * @param best receives their rows, the best first; there must be room for all rows
     * @return how many there are
     */
    default int best(float[] features, int width, int rows, int places, double[] scores, int[] best) {
        score(features, width, rows, scores);
        var top = new Top(places);
        for (int k = 0; k < rows; k++) {
            top.offer(k, scores[k]);
        }
        return top.drain(best);
    }
}
