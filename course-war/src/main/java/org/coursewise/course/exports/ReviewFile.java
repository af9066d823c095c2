package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;

/** All reviews, also those that moderators have hidden; of what was taken back nothing is left to say. */
final class ReviewFile {

    private static final String SQL = """
            select learner, code, rating, changed_at, written_at, comment,
                case when hidden then 'hidden' else 'shown' end as status
            from review join course on course.id = course_id
            where rating is not null
            order by code collate "C", learner collate "C"
            """;

    static final ExportedFile FILE = new ExportedFile(
            "reviews",
            FileFormat.CSV,
            "learning:write",
            List.of("learner", "course_code", "rating", "at", "written_at", "comment", "status"),
            SQL,
            ReviewFile::cells);

    private ReviewFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "learner"),
                Cells.text(row, "code"),
                Cells.number(row, "rating"),
                Cells.instant(row, "changed_at"),
                Cells.instant(row, "written_at"),
                Cells.text(row, "comment"),
                Cells.text(row, "status"));
    }
}
