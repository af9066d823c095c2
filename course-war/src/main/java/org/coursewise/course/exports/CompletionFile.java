package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;

/** Which lessons were done, in which enrolment: its time and status tell one that was given up from the one there is. */
final class CompletionFile {

    private static final String SQL = """
            select learner, code, lesson_id, lesson_completion.completed_at, enrolled_at, enrollment.status
            from lesson_completion
                join enrollment on enrollment.id = enrollment_id
                join course on course.id = course_id
            where enrollment.status <> 'waiting'
            order by code collate "C", learner collate "C", enrolled_at nulls first, enrollment.status,
                lesson_completion.completed_at, lesson_id
            """;

    static final ExportedFile FILE = new ExportedFile(
            "completions",
            FileFormat.CSV,
            "learning:write",
            List.of("learner", "course_code", "lesson_id", "completed_at", "enrolled_at", "status"),
            SQL,
            CompletionFile::cells);

    private CompletionFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "learner"),
                Cells.text(row, "code"),
                Cells.text(row, "lesson_id"),
                Cells.instant(row, "completed_at"),
                Cells.instant(row, "enrolled_at"),
                Cells.text(row, "status"));
    }
}
