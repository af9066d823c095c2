package org.coursewise.course.figures;

/** What is counted of a model. */
public enum Figure {
    /** Answers, also those that were given before. */
    SERVED,
    /** Answers among them for learners of whom nothing was known. */
    FALLBACKS,
    /** Courses that a client says were seen. */
    IMPRESSIONS,
    /** Courses that were opened. */
    CLICKS,
    /** Courses that were sent away. */
    DISMISSALS,
    /** Enrolments in a course that an answer of the model had shown to the learner. */
    ENROLLMENTS
}
