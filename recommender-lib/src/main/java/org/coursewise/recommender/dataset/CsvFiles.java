package org.coursewise.recommender.dataset;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three kinds of CSV file the recommender reads. A row that cannot be used is skipped and told. */
public final class CsvFiles {

    private CsvFiles() {}

    /**
     * Adds enrolments: {@code learner,course_code} and, where known, {@code enrolled_at} (RFC 3339 or a date); of a
     * row without it, {@code completed_at} counts.
     */
    public static void enrollments(Path file, SkippedRows skipped, DatasetBuilder into) throws UnusableDataException {
        CsvTable.read(file, List.of("learner", "course_code"), skipped, row -> {
            var learner = required(row, "learner");
            var course = required(row, "course_code");
            var enrolled = time(row, "enrolled_at");
            var completed = time(row, "completed_at");
            into.enrollment(learner, course, enrolled == null ? completed : enrolled);
        });
        if (into.enrollments() == 0) {
            throw new UnusableDataException(file + " holds no enrolment");
        }
    }

    /** Reads courses: {@code code} and, where there are, title, summary, categories, tags and so on. */
    public static List<Course> courses(Path file, SkippedRows skipped) throws UnusableDataException {
        var courses = new ArrayList<Course>();
        CsvTable.read(
                file,
                List.of("code"),
                skipped,
                row -> courses.add(new Course(
                        required(row, "code"),
                        row.get("title"),
                        row.get("summary"),
                        row.list("categories"),
                        row.list("tags"),
                        row.list("instructors"),
                        row.get("organization"),
                        row.get("level").toLowerCase(Locale.ROOT),
                        row.get("language"))));
        return courses;
    }

    /** Reads the column {@code learner}, each learner once, in the order of the file. */
    public static Set<String> learners(Path file, SkippedRows skipped) throws UnusableDataException {
        var learners = new LinkedHashSet<String>();
        CsvTable.read(file, List.of("learner"), skipped, row -> learners.add(required(row, "learner")));
        return learners;
    }

    private static String required(CsvTable.Row row, String column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return text;
    }

    private static @Nullable Instant time(CsvTable.Row row, String column) {
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
