package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;

/** The sections of all courses, in their order. */
final class SectionFile {

    private static final String SQL = """
            select section.id, code, section.title,
                row_number() over (partition by course_id order by rank, section.id) as position
            from section join course on course.id = course_id
            order by code collate "C", position
            """;

    static final ExportedFile FILE = new ExportedFile(
            "sections",
            FileFormat.CSV,
            "catalog:write",
            List.of("id", "course_code", "position", "title"),
            SQL,
            SectionFile::cells);

    private SectionFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "id"),
                Cells.text(row, "code"),
                Cells.number(row, "position"),
                Cells.text(row, "title"));
    }
}
