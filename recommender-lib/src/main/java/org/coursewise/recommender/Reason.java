package org.coursewise.recommender;

import org.jspecify.annotations.Nullable;

/**
 * Why a course is recommended.
 *
 * @param code one of {@code because-you-took}, {@code similar-content}, {@code matches-your-interests},
 *     {@code popular-in-category}, {@code popular}
 * @param text the same in English
 * @param about the title, category or level that the text names; null when it names none
 * @param courseCode the course of the history that led to it, if one did
 */
public record Reason(
        String code,
        String text,
        @Nullable String about,
        @Nullable String courseCode) {}
