package org.coursewise.worker;

import java.util.Locale;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.evaluation.Figures;

/**
 * What is known of a model, as course shows it.
 *
 * @param ndcgLow,ndcgHigh between which the mean lies with 95 %
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
        double rankerGainHigh) {

    /** From this share up two sets of data are of one size, and figures measured on them can be compared. */
    private static final double SAME_SIZE = 0.9;

    static ModelMetrics of(ModelFacts facts) {
        Figures figures = facts.figures();
        return new ModelMetrics(
                facts.learners(),
                facts.courses(),
                facts.enrollments(),
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
                facts.gainInterval().high());
    }

    /**
     * Whether this may take the place of the one in service: unless it is surely worse. Where catalogue or enrolments
     * have grown or shrunk much, the figures are of different questions, and the model that knows the present serves.
     */
    boolean mayReplace(ModelMetrics served) {
        return !isOfOneSize(enrollments, served.enrollments)
                || !isOfOneSize(courses, served.courses)
                || ndcg >= served.ndcgLow;
    }

    private static boolean isOfOneSize(int one, int other) {
        return Math.min(one, other) >= SAME_SIZE * Math.max(one, other);
    }
}
