package org.coursewise.rest.day;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.coursewise.rest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Of which days something is to be counted: {@code @BeanParam DayRange range} in a resource. Both parameters are read when
 * they are used, and then refused if they are bad.
 */
public class DayRange {

    static final int DEFAULT_DAYS = 30;
    static final int MOST_DAYS = 366;

    @QueryParam("from")
    @Parameter(
            description = "The first day, in UTC; 29 days before the last when absent, and never more than 365",
            example = "2026-10-28",
            schema = @Schema(implementation = LocalDate.class))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "The last day, in UTC; today when absent",
            example = "2026-11-26",
            schema = @Schema(implementation = LocalDate.class))
    @Nullable
    String to;

    /** For JAX-RS. */
    public DayRange() {}

    static DayRange of(@Nullable String from, @Nullable String to) {
        var range = new DayRange();
        range.from = from;
        range.to = to;
        return range;
    }

    /** @throws ProblemException 400 unless they are days in order, and not too many */
    public Days days(Clock clock) {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day("to", to);
        var first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : day("from", from);
        if (last.isBefore(first)) {
            throw ProblemException.invalidInput("to", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw ProblemException.invalidInput("from", "must be less than " + MOST_DAYS + " days before to");
        }
        return new Days(first, last);
    }

    private static LocalDate day(String field, String text) {
        try {
            // of four digits, and of this age: no database keeps others
            if (text.matches("[2-9]\\d{3}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // falls through to the same complaint
        }
        throw ProblemException.invalidInput(field, "must be a day such as 2026-11-26");
    }
}
