package org.coursewise.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed log-ins within the window.
 *
 * @param latest null when there were none
 */
record Failures(long count, @Nullable Instant latest) {

    /** When the next try may be made; null when it may be made now. */
    @Nullable
    Instant notBefore(int limit, Duration pause, Instant now) {
        if (latest == null || count < limit) {
            return null;
        }
        var next = latest.plus(pause);
        return next.isAfter(now) ? next : null;
    }

    boolean reach(int limit) {
        return count >= limit;
    }
}
