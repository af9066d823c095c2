package org.coursewise.recommender.training;

/**
 * What is chosen for the sources by trying.
 *
 * @param easeLambda the penalty of {@link org.coursewise.recommender.candidates.Ease}
 * @param walkBeta how {@link org.coursewise.recommender.candidates.RandomWalk} damps popular courses
 * @param historyDecay what a course counts relative to the one taken next
 */
public record SourceChoice(double easeLambda, double walkBeta, double historyDecay) {}
