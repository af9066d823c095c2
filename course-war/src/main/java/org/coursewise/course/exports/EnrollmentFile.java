package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;

/** All enrolments, also those that wait for a seat and those that were given up. */
final class EnrollmentFile {

    private static final String SQL = """
            select learner, code, enrolled_at, completed_at, enrollment.status, certificate_id
            from enrollment join course on course.id = course_id
            order by code collate "C", learner collate "C", enrolled_at nulls first, enrollment.status
            """;

    static final ExportedFile FILE = new ExportedFile(
            "enrollments",
            FileFormat.CSV,
            "learning:write",
            List.of("learner", "course_code", "enrolled_at", "completed_at", "status", "certificate_id"),
            SQL,
            EnrollmentFile::cells);

    private EnrollmentFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "learner"),
                Cells.text(row, "code"),
                Cells.instant(row, "enrolled_at"),
                Cells.instant(row, "completed_at"),
                Cells.text(row, "status"),
                Cells.text(row, "certificate_id"));
    }
}
