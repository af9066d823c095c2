package org.coursewise.course.imports;

import java.time.Instant;
import java.util.List;
import org.coursewise.course.catalog.CourseDates;
import org.coursewise.course.catalog.CourseFields;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.rest.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** A row of a file of courses. What is null the file does not say: a course that is there keeps what it has. */
record StagedCourse(
        long line,
        String code,
        String title,
        @Nullable String summary,
        @Nullable List<String> categories,
        @Nullable List<String> tags,
        @Nullable String level,
        @Nullable String language,
        @Nullable List<String> instructors,
        @Nullable Double durationHours,
        @Nullable Integer capacity,
        @Nullable List<String> prerequisites,
        @Nullable Boolean published,
        @Nullable Instant enrollFrom,
        @Nullable Instant enrollUntil,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    private static final int LONGEST_NAME = 100;

    /** @throws BadRowException when a cell is wrong */
    static StagedCourse of(CsvRow row) {
        var code = row.required("code", 64);
        if (code.indexOf('|') >= 0) {
            throw new BadRowException("code", "must not hold |");
        }
        var title = row.required("title", 200);
        if (!title.matches(CourseFields.VISIBLE_LINE)) {
            throw new BadRowException("title", "must be one line that can be seen");
        }
        var prerequisites = row.list("prerequisites", 50, 64).orElse(null);
        if (prerequisites != null && prerequisites.contains(code)) {
            throw new BadRowException("prerequisites", "must not hold the course itself");
        }
        return new StagedCourse(
                row.line(),
                code,
                title,
                row.paragraphs("summary", 2_000).orElse(null),
                row.list("categories", 20, LONGEST_NAME).orElse(null),
                row.list("tags", 50, LONGEST_NAME).orElse(null),
                row.word("level", "beginner", "intermediate", "advanced").orElse(null),
                language(row),
                row.list("instructors", 50, 64).orElse(null),
                row.positive("durationHours").orElse(null),
                capacity(row),
                prerequisites,
                row.word("published", "true", "false").map(Boolean::valueOf).orElse(null),
                instant(row, "enrollFrom"),
                end(row, "enrollFrom", "enrollUntil"),
                instant(row, "startsAt"),
                end(row, "startsAt", "endsAt"));
    }

    private static @Nullable Instant instant(CsvRow row, String column) {
        var instant = row.instant(column);
        if (instant != null && !CourseDates.isInReach(instant)) {
            throw new BadRowException(column, "must be from 1900 to 9999");
        }
        return instant;
    }

    private static @Nullable Instant end(CsvRow row, String beginning, String column) {
        var end = instant(row, column);
        if (CourseDates.isDisordered(row.instant(beginning), end)) {
            throw new BadRowException(column, "must be after " + beginning);
        }
        return end;
    }

    private static @Nullable String language(CsvRow row) {
        return row.text("language", 35)
                .map(tag -> LanguageTag.parse(tag)
                        .orElseThrow(
                                () -> new BadRowException("language", "must be a language tag such as en or de-AT")))
                .orElse(null);
    }

    private static @Nullable Integer capacity(CsvRow row) {
        return row.positive("capacity")
                .map(number -> {
                    if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
                        throw new BadRowException("capacity", "must be a whole number above 0");
                    }
                    return number.intValue();
                })
                .orElse(null);
    }
}
