package org.coursewise.course.recommendation;

import org.coursewise.recommender.Recommendations.Level;

/**
 * An answer to one learner.
 *
 * @param level what gave it its order
 */
record Answer(RecommendationId id, Level level, RecommendationsView view) {}
