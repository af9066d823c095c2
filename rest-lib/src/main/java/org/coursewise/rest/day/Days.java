package org.coursewise.rest.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /**
     * A row for each of them, in order.
     *
     * @param counted rows of some of them
     * @param day of a row
     * @param none the row of a day that has none
     */
    public <R> List<R> filled(List<R> counted, Function<R, LocalDate> day, Function<LocalDate, R> none) {
        var known = counted.stream().collect(Collectors.toMap(day, row -> row));
        return all().stream()
                .map(each -> known.containsKey(each) ? known.get(each) : none.apply(each))
                .toList();
    }
}
