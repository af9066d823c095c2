package org.coursewise.recommender.ranking;

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
}
