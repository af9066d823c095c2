package org.coursewise.recommender.evaluation;

/**
 * How good lists are, on average over learners.
 *
 * @param learners how many lists were measured
 * @param ndcg at 10, and from where to where its mean lies with 95 %
 * @param coverage the share of all courses that stand in any list's first 10 places
 */
public record Figures(
        int learners,
        double ndcg,
        Bootstrap.Interval ndcgInterval,
        double recall,
        double hitRate,
        double reciprocalRank,
        double coverage) {}
