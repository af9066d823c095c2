package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.course.roster.RosterIds;

/** OneRoster's courses.csv: what is in the catalogue. In bulk, so status and date are empty. */
final class RosterCourseFile {

    private static final String COLUMNS =
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes";

    private static final String SQL = "select " + RosterIds.OF_COURSE + """
             as sourced_id, title, code, categories from course where status = 'published' order by code collate "C"
            """;

    static final ExportedFile FILE = new ExportedFile(
            "courses",
            FileFormat.ONEROSTER,
            "catalog:write",
            List.of(COLUMNS.split(",")),
            SQL,
            RosterCourseFile::cells);

    private RosterCourseFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "sourced_id"),
                "",
                "",
                "",
                Cells.text(row, "title"),
                Cells.text(row, "code"),
                "",
                FileFormat.SCHOOL,
                Cells.list(row, "categories", ","),
                "");
    }
}
