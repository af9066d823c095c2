package org.coursewise.course.figures;

/**
 * A learner opened a course from a recommendation, or enrolled after one.
 *
 * @param course its id
 */
public record CourseChosen(String learner, String course, boolean isEnrolled) {}
