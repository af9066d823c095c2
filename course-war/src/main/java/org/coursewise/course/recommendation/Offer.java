package org.coursewise.course.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A course as it may be shown.
 *
 * @param hasSeat whether it is published and not full
 * @param from when enrolling begins, null when it has
 * @param until when enrolling ends, null for never
 * @param categories with all that is above them
 * @param language its code alone, such as {@code de}; empty when unknown
 * @param run the same for all runs of one course, see {@link CourseRuns}
 * @param prerequisites ids of courses to complete before
 * @param publishedAt null for one that never was
 */
record Offer(
        String id,
        String code,
        String title,
        boolean hasSeat,
        @Nullable Instant from,
        @Nullable Instant until,
        List<String> categories,
        String level,
        String language,
        String run,
        List<String> prerequisites,
        int enrolled,
        @Nullable Instant publishedAt) {

    boolean isOpen(Instant now) {
        return hasSeat && (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    boolean suits(Set<String> completed) {
        return completed.containsAll(prerequisites);
    }

    /** Whether lists are the same with one as with the other: how many are enrolled moves all the time. */
    boolean isShownAs(@Nullable Offer other) {
        return other != null && withoutFigures().equals(other.withoutFigures());
    }

    private Offer withoutFigures() {
        return new Offer(
                id, code, title, hasSeat, from, until, categories, level, language, run, prerequisites, 0, publishedAt);
    }
}
