package org.coursewise.course.imports;

import java.time.Instant;
import org.coursewise.course.catalog.CourseDates;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** Times in files, of the years that the API takes. */
final class FileDates {

    private FileDates() {}

    /** @throws BadRowException for what is no time, or of another year */
    static @Nullable Instant read(CsvRow row, String column) {
        return inReach(column, row.instant(column));
    }

    /** The same of what has happened already. */
    static @Nullable Instant past(CsvRow row, String column, Instant now) {
        return inReach(column, row.past(column, now));
    }

    private static @Nullable Instant inReach(String column, @Nullable Instant instant) {
        if (instant != null && !CourseDates.isInReach(instant)) {
            throw new BadRowException(column, "must be from 1900 to 9999");
        }
        return instant;
    }
}
