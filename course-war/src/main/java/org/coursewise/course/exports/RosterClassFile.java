package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.course.roster.RosterIds;

/** OneRoster's classes.csv: of each course in the catalogue the one class that it is. */
final class RosterClassFile {

    private static final String COLUMNS =
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
                    + "termSourcedIds,subjects,subjectCodes,periods";

    private static final String SQL = "select " + RosterIds.OF_CLASS + " as sourced_id, " + RosterIds.OF_COURSE + """
             as course_sourced_id, title, code, categories from course where status = 'published' order by code collate "C"
            """;

    static final ExportedFile FILE = new ExportedFile(
            "classes", FileFormat.ONEROSTER, "catalog:write", List.of(COLUMNS.split(",")), SQL, RosterClassFile::cells);

    private RosterClassFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                Cells.text(row, "sourced_id"),
                "",
                "",
                Cells.text(row, "title"),
                "",
                Cells.text(row, "course_sourced_id"),
                Cells.text(row, "code"),
                "scheduled",
                "",
                FileFormat.SCHOOL,
                FileFormat.SCHOOL,
                Cells.list(row, "categories", ","),
                "",
                "");
    }
}
