package org.coursewise.course.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What learners think of a course.
 *
 * @param mean from 1 to 5 in hundredths; null without reviews
 */
public record Rating(@Nullable Double mean, long count) {

    static Rating of(long sum, long count) {
        return new Rating(count == 0 ? null : Math.round(100.0 * sum / count) / 100.0, count);
    }
}
