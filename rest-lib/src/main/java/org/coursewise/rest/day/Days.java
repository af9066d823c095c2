package org.coursewise.rest.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Some days in a row, in UTC.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Days(LocalDate first, LocalDate last) {

    /** The first instant. */
    public Instant begin() {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant that is too late. */
    public Instant end() {
        return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Each of them, in order. */
    public List<LocalDate> all() {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
