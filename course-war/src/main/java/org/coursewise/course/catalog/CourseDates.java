package org.coursewise.course.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.rest.problem.FieldError;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * When people enrol and when the course is given; each may be open.
 *
 * @param enrollFrom nobody enrols before
 * @param enrollUntil nobody enrols from then on; null is until the course ends
 */
public record CourseDates(
        @Nullable Instant enrollFrom,
        @Nullable Instant enrollUntil,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** As fine as the database keeps it: what is answered is what is stored. */
    static @Nullable Instant asKept(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws ProblemException 400 naming what ends before it begins, or lies in no year of ours */
    void check() {
        var errors = new ArrayList<FieldError>();
        demandYear("enrollFrom", enrollFrom, errors);
        demandYear("enrollUntil", enrollUntil, errors);
        demandYear("startsAt", startsAt, errors);
        demandYear("endsAt", endsAt, errors);
        if (isDisordered(enrollFrom, enrollUntil)) {
            errors.add(new FieldError("enrollUntil", "must be after enrollFrom"));
        }
        if (isDisordered(startsAt, endsAt)) {
            errors.add(new FieldError("endsAt", "must be after startsAt"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
    }

    /** Whether the second is not behind the first. */
    public static boolean isDisordered(@Nullable Instant from, @Nullable Instant until) {
        return from != null && until != null && !from.isBefore(until);
    }

    public static boolean isInReach(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    private static void demandYear(String field, @Nullable Instant instant, List<FieldError> errors) {
        if (instant != null && !isInReach(instant)) {
            errors.add(new FieldError(field, "must be from 1900 to 9999"));
        }
    }

    public boolean isBeforeEnrolment(Instant now) {
        return enrollFrom != null && now.isBefore(enrollFrom);
    }

    public boolean isAfterEnrolment(Instant now) {
        var end = enrolmentEnd();
        return end != null && !now.isBefore(end);
    }

    /** When enrolment closes; null is never. */
    public @Nullable Instant enrolmentEnd() {
        return enrollUntil == null ? endsAt : enrollUntil;
    }
}
