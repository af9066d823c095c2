package org.coursewise.course.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Said inside a transaction that changes what is shown of a course: its fields, its status, seats taken or its rating.
 *
 * @param course null when there may be many
 * @param isFiguresAlone whether it is seats or ratings, so that lists of the catalogue hold the same courses as before
 */
public record CourseChanged(@Nullable CourseId course, boolean isFiguresAlone) {

    /** Seats that are taken, or a rating. */
    public static CourseChanged figuresOf(CourseId course) {
        return new CourseChanged(course, true);
    }

    /** What editors change. */
    static CourseChanged editionOf(CourseId course) {
        return new CourseChanged(course, false);
    }

    /** Of several courses, whatever it is. */
    public static CourseChanged any() {
        return new CourseChanged(null, false);
    }
}
