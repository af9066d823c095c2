package org.coursewise.course.hearing;

import org.jspecify.annotations.Nullable;

/**
 * What is known of learners was changed, by this replica or another one.
 *
 * @param group the group that the database counts them in; null when there may be many
 */
public record LearnersHeard(@Nullable Integer group) {}
