package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;

/** All courses, also those that are not in the catalogue yet or any more. */
final class CourseFile {

    /** A description may be long. */
    private static final int FEW = 100;

    private static final String SQL = """
            select course.*, array(
                    select needed.code from unnest(course.prerequisites) with ordinality as prerequisite (id, nth)
                    join course as needed on needed.id = case when prerequisite.id ~ '^[0-9a-f-]{36}$' then prerequisite.id::uuid end
                    order by nth) as needs
            from course order by code collate "C"
            """;

    static final ExportedFile FILE = new ExportedFile(
            "courses",
            FileFormat.CSV,
            "catalog:write",
            List.of(
                    "code",
                    "title",
                    "summary",
                    "description",
                    "categories",
                    "tags",
                    "level",
                    "language",
                    "instructors",
                    "durationHours",
                    "capacity",
                    "prerequisites",
                    "published",
                    "archived",
                    "enrollFrom",
                    "enrollUntil",
                    "startsAt",
                    "endsAt",
                    "id",
                    "createdAt",
                    "publishedAt"),
            SQL,
            FEW,
            CourseFile::cells);

    private CourseFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return List.of(
                Cells.text(row, "code"),
                Cells.text(row, "title"),
                Cells.text(row, "summary"),
                Cells.text(row, "description"),
                Cells.list(row, "categories", "|"),
                Cells.list(row, "tags", "|"),
                Cells.text(row, "level"),
                Cells.text(row, "language"),
                Cells.list(row, "instructors", "|"),
                Cells.number(row, "duration_hours"),
                Cells.number(row, "capacity"),
                Cells.list(row, "needs", "|"),
                Boolean.toString(status.equals("published")),
                Boolean.toString(status.equals("archived")),
                Cells.instant(row, "enroll_from"),
                Cells.instant(row, "enroll_until"),
                Cells.instant(row, "starts_at"),
                Cells.instant(row, "ends_at"),
                Cells.text(row, "id"),
                Cells.instant(row, "created_at"),
                Cells.instant(row, "published_at"));
    }
}
