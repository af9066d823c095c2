package org.coursewise.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the audit trail short: who is refused a thousand times in a minute is written down once in it. */
final class Reported {

    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    boolean isDue(String what, Instant now, Duration pause) {
        var before = now.minus(pause);
        last.values().removeIf(at -> !at.isAfter(before));
        return last.putIfAbsent(what, now) == null;
    }
}
