package org.coursewise.recommender;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course that a learner has taken.
 *
 * @param at when, or null when nobody knows
 */
public record PastCourse(String code, @Nullable Instant at) {

    public static PastCourse of(String code) {
        return new PastCourse(code, null);
    }
}
