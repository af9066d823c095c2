package org.coursewise.course.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When models are trained by themselves: at a time of the day in UTC, so long after the last look, or never.
 *
 * @param every null for a time of the day, or never
 * @param at null for a length of time, or never
 */
public record TrainingTimes(
        @Nullable Duration every, @Nullable LocalTime at) {

    static final TrainingTimes NIGHTLY = new TrainingTimes(null, LocalTime.of(2, 0));
    private static final TrainingTimes NEVER = new TrainingTimes(null, null);

    /** @throws IllegalArgumentException or {@link java.time.DateTimeException} for any other text */
    static TrainingTimes parse(String text) {
        if (text.equals("off")) {
            return NEVER;
        }
        if (!text.toUpperCase(Locale.ROOT).startsWith("P")) {
            return new TrainingTimes(null, LocalTime.parse(text));
        }
        var every = Duration.parse(text);
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException(text);
        }
        return new TrainingTimes(every, null);
    }

    public boolean isEver() {
        return every != null || at != null;
    }

    /** The last time of the schedule that is not after a moment. */
    public Instant lastUntil(Instant now) {
        if (every != null) {
            return now.minus(every);
        }
        if (at == null) {
            return Instant.MIN;
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(at).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }
}
