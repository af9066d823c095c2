package org.coursewise.recommender;

import org.coursewise.recommender.evaluation.Bootstrap.Interval;
import org.coursewise.recommender.evaluation.Figures;

/**
 * What is known of a model from its training. All figures are of learners whose courses were set aside, by rankers and
 * sources that did not see them.
 *
 * @param seed that training began with
 * @param learners how many there were
 * @param courses that anybody took or the catalogue named
 * @param enrollments how many, without duplicates
 * @param order what puts candidates in order, in words
 * @param ranked whether that is a trained ranker
 * @param bestSource the best source by itself
 * @param figures of the order that is shipped
 * @param sourceFigures of the best source
 * @param gain NDCG at 10 of the best ranker that was tried, less that of the best source
 * @param gainInterval where the mean of that lies with 95 %, by pairs; the ranker is shipped when it lies above 0
 */
public record ModelFacts(
        long seed,
        int learners,
        int courses,
        int enrollments,
        String order,
        boolean ranked,
        String bestSource,
        Figures figures,
        Figures sourceFigures,
        double gain,
        Interval gainInterval) {}
