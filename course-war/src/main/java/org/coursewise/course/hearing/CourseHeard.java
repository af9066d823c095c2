package org.coursewise.course.hearing;

import org.jspecify.annotations.Nullable;

/**
 * A course's row was changed, by this replica or another one.
 *
 * @param course its id; null when there may be many
 */
public record CourseHeard(@Nullable String course) {}
