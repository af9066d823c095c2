package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;

/** The lessons of all sections, in their order; course and title of the section are there for readers. */
final class LessonFile {

    /** Of up to half a megabyte. */
    private static final int FEW = 20;

    private static final String SQL = """
            select lesson.id, section_id, code, placed.title as section, lesson.title, lesson.kind, content,
                row_number() over (partition by section_id order by lesson.rank, lesson.id) as position
            from lesson
                join (select id, course_id, title, row_number() over (partition by course_id order by rank, id) as position
                    from section) as placed on placed.id = section_id
                join course on course.id = course_id
            order by code collate "C", placed.position, position
            """;

    static final ExportedFile FILE = new ExportedFile(
            "lessons",
            FileFormat.CSV,
            "catalog:write",
            List.of("id", "section_id", "course_code", "section", "position", "title", "kind", "content"),
            SQL,
            FEW,
            LessonFile::cells);

    private LessonFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "id"),
                Cells.text(row, "section_id"),
                Cells.text(row, "code"),
                Cells.text(row, "section"),
                Cells.number(row, "position"),
                Cells.text(row, "title"),
                Cells.text(row, "kind"),
                Cells.text(row, "content"));
    }
}
