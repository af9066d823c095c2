package org.coursewise.course.figures;

import java.util.Locale;

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
    ENROLLMENTS,
    /** Lists that the model made beside those that were shown. */
    SHADOW_LISTS,
    /** Courses of the first ten that these had in common with what was shown. */
    SHADOW_COMMON,
    /** As many as could have been. */
    SHADOW_PLACES,
    /** Courses that learners opened from what was shown, and that were looked for in the model's lists. */
    SHADOW_CLICKS,
    /** Those that were in them. */
    SHADOW_CLICKS_FOUND,
    /** Courses that learners enrolled in after what was shown, and that were looked for. */
    SHADOW_ENROLLMENTS,
    /** Those that were in the model's lists. */
    SHADOW_ENROLLMENTS_FOUND,
    /** What was not looked at because too much was. */
    SHADOW_DROPPED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
