package org.coursewise.course.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coursewise.course.catalog.CourseDates;
import org.coursewise.course.catalog.CourseFields;
import org.coursewise.csv.BadRowException;
import org.coursewise.csv.CsvRow;
import org.coursewise.rest.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of courses. What is null the file does not say: a course that is there keeps what it has, and its id and
 * the times when it was made and published in any case.
 */
record StagedCourse(
        long line,
        String code,
        String title,
        @Nullable String summary,
        @Nullable String description,
        @Nullable List<String> categories,
        @Nullable List<String> tags,
        @Nullable String level,
        @Nullable String language,
        @Nullable List<String> instructors,
        @Nullable Double durationHours,
        @Nullable Integer capacity,
        @Nullable List<String> prerequisites,
        @Nullable Boolean published,
        @Nullable Boolean archived,
        @Nullable Instant enrollFrom,
        @Nullable Instant enrollUntil,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String sourcedId,
        @Nullable UUID id,
        @Nullable Instant createdAt,
        @Nullable Instant publishedAt) {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 100;

    /** @throws BadRowException when a cell is wrong */
    static StagedCourse of(CsvRow row, Instant now) {
        var code = code(row, "code");
        var title = title(row);
        var prerequisites = row.list("prerequisites", 50, 64).orElse(null);
        if (prerequisites != null && prerequisites.contains(code)) {
            throw new BadRowException("prerequisites", "must not hold the course itself");
        }
        return new StagedCourse(
                row.line(),
                code,
                title,
                paragraphs(row, "summary", 2_000),
                paragraphs(row, "description", 50_000),
                row.list("categories", 20, LONGEST_NAME).orElse(null),
                row.list("tags", 50, LONGEST_NAME).orElse(null),
                row.word("level", "beginner", "intermediate", "advanced").orElse(null),
                language(row),
                row.list("instructors", 50, 64).orElse(null),
                duration(row),
                row.whole("capacity").orElse(null),
                prerequisites,
                truth(row, "published"),
                truth(row, "archived"),
                FileDates.read(row, "enrollFrom"),
                end(row, "enrollFrom", "enrollUntil"),
                FileDates.read(row, "startsAt"),
                end(row, "startsAt", "endsAt"),
                null,
                FileIds.read(row, "id"),
                FileDates.past(row, "createdAt", now),
                FileDates.past(row, "publishedAt", now));
    }

    /** Whether a course that is not there is not made for it. */
    @JsonProperty
    boolean onlyChanges() {
        return sourcedId != null && Boolean.FALSE.equals(published);
    }

    /**
     * A row of OneRoster's courses.csv. One that is to be deleted leaves the catalogue.
     *
     * @throws BadRowException when a cell is wrong
     */
    static StagedCourse ofRoster(CsvRow row) {
        var sourcedId = row.required("sourcedId", 255);
        var code = row.text("courseCode", LONGEST_CODE).isPresent() ? code(row, "courseCode") : code(row, "sourcedId");
        var isDeleted = row.word("status", "active", "tobedeleted")
                .filter("tobedeleted"::equals)
                .isPresent();
        var categories = row.commaList("subjects", 20, LONGEST_NAME).orElse(null);
        return new StagedCourse(
                row.line(),
                code,
                title(row),
                null,
                null,
                categories,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                isDeleted ? false : null,
                null,
                null,
                null,
                null,
                null,
                sourcedId,
                null,
                null,
                null);
    }

    private static String code(CsvRow row, String column) {
        var code = row.required(column, LONGEST_CODE);
        if (code.indexOf('|') >= 0) {
            throw new BadRowException(column, "must not hold |");
        }
        return code;
    }

    /** Whatever signs an editor may have put into it. */
    private static @Nullable String paragraphs(CsvRow row, String column, int longest) {
        return row.verbatim(column, longest)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** @throws BadRowException for one that cannot be seen */
    static String title(CsvRow row) {
        var title = paragraphs(row, "title", 200);
        if (title == null) {
            throw new BadRowException("title", "is empty");
        }
        if (!title.matches(CourseFields.VISIBLE_LINE)) {
            throw new BadRowException("title", "must be one line that can be seen");
        }
        return title;
    }

    private static @Nullable Boolean truth(CsvRow row, String column) {
        return row.word(column, "true", "false").map(Boolean::valueOf).orElse(null);
    }

    private static @Nullable Double duration(CsvRow row) {
        var hours = row.positive("durationHours").orElse(null);
        if (hours != null && hours > CourseFields.MOST_HOURS) {
            throw new BadRowException("durationHours", "must be at most " + CourseFields.MOST_HOURS);
        }
        return hours;
    }

    private static @Nullable Instant end(CsvRow row, String beginning, String column) {
        var end = FileDates.read(row, column);
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
}
