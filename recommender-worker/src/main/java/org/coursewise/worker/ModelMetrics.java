package org.coursewise.worker;

import java.util.Locale;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.evaluation.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model, as course shows it.
 *
 * @param ndcgLow,ndcgHigh between which the mean lies with 95 %
 * @param comparison with the model that served, on the same enrolments; null when there were too few new ones
 * @param rankerGain NDCG@10 the trained ranker adds to the best source, with its interval by pairs
 */
record ModelMetrics(
        int learners,
        int courses,
        int enrollments,
        String order,
        boolean ranked,
        String bestSource,
        double ndcg,
        double ndcgLow,
        double ndcgHigh,
        double recall,
        double hitRate,
        double reciprocalRank,
        double coverage,
        double bestSourceNdcg,
        double rankerGain,
        double rankerGainLow,
        double rankerGainHigh,
        @Nullable Comparison comparison) {

    /** From this share up two sets of data are of one size, and figures measured on them can be compared. */
    private static final double SAME_SIZE = 0.9;

    /** @param enrollments that were there, also those that the model was not trained on because they measure it */
    static ModelMetrics of(ModelFacts facts, int enrollments, @Nullable Comparison comparison) {
        Figures figures = facts.figures();
        return new ModelMetrics(
                facts.learners(),
                facts.courses(),
                enrollments,
                facts.order().toLowerCase(Locale.ROOT),
                facts.ranked(),
                facts.bestSource(),
                figures.ndcg(),
                figures.ndcgInterval().low(),
                figures.ndcgInterval().high(),
                figures.recall(),
                figures.hitRate(),
                figures.reciprocalRank(),
                figures.coverage(),
                facts.sourceFigures().ndcg(),
                facts.gain(),
                facts.gainInterval().low(),
                facts.gainInterval().high(),
                comparison);
    }

    /** Whether both were trained on about the same. */
    boolean isComparableWith(ModelMetrics other) {
        return isOfOneSize(enrollments, other.enrollments) && isOfOneSize(courses, other.courses);
    }

    private static boolean isOfOneSize(int one, int other) {
        return Math.min(one, other) >= SAME_SIZE * Math.max(one, other);
    }
}
