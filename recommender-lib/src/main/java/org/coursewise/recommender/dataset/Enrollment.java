package org.coursewise.recommender.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a learner took a course.
 *
 * @param at when; null when unknown
 */
public record Enrollment(
        String learner, String course, @Nullable Instant at) {

    /** The columns that a table of them needs. */
    public static final List<String> REQUIRED = List.of("learner", "course_code");

    /** Those that it may have. */
    public static final List<String> TIMES = List.of("enrolled_at", "completed_at");

    /**
     * Reads {@code learner,course_code} and, where known, {@code enrolled_at} (RFC 3339 or a date); without it
     * {@code completed_at} counts.
     *
     * @throws IllegalArgumentException with the reason for which the row cannot be used
     */
    public static Enrollment of(Cells row) {
        var learner = row.required("learner");
        var course = row.required("course_code");
        var enrolled = time(row, "enrolled_at");
        var completed = time(row, "completed_at");
        return new Enrollment(learner, course, enrolled == null ? completed : enrolled);
    }

    private static @Nullable Instant time(Cells row, String column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() == "2026-01-31".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            var standard = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
            boolean zoned = standard.endsWith("Z") || standard.endsWith("z") || standard.matches(".*[+-]\\d\\d:\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(standard.toUpperCase(Locale.ROOT)).toInstant()
                    : LocalDateTime.parse(standard).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    column + " is neither a date nor a time such as 2026-01-31T12:00:00Z: " + text, e);
        }
    }
}
