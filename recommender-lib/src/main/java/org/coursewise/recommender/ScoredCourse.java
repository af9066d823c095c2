package org.coursewise.recommender;

/**
 * A course and how similar or popular it is.
 *
 * @param score from 0 to 1
 */
public record ScoredCourse(String code, double score) {}
