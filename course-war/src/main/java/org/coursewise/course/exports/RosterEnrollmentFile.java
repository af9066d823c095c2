package org.coursewise.course.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewise.course.roster.FileFormat;
import org.coursewise.course.roster.RosterIds;

/** OneRoster's enrollments.csv: who is in the courses of the catalogue, or waits; with columns of our own for what it lacks. */
final class RosterEnrollmentFile {

    private static final String COLUMNS =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,"
                    + "endDate,metadata.coursewise.enrolledAt,metadata.coursewise.completedAt,metadata.coursewise.status,"
                    + "metadata.coursewise.certificateId";

    private static final String SQL = "with class as materialized (select id, " + RosterIds.OF_CLASS + """
             as class_sourced_id from course where status = 'published')
            select class_sourced_id, learner, enrolled_at, completed_at, status, certificate_id
            from enrollment join class on class.id = course_id
            where status <> 'cancelled'
            order by class_sourced_id collate "C", learner collate "C"
            """;

    static final ExportedFile FILE = new ExportedFile(
            "enrollments",
            FileFormat.ONEROSTER,
            "learning:write",
            List.of(COLUMNS.split(",")),
            SQL,
            RosterEnrollmentFile::cells);

    private RosterEnrollmentFile() {}

    private static List<String> cells(ResultSet row) throws SQLException {
        var course = Cells.text(row, "class_sourced_id");
        var learner = Cells.text(row, "learner");
        return List.of(
                course + ":" + learner,
                "",
                "",
                course,
                FileFormat.SCHOOL,
                learner,
                "student",
                "",
                Cells.day(row, "enrolled_at"),
                "",
                Cells.instant(row, "enrolled_at"),
                Cells.instant(row, "completed_at"),
                Cells.text(row, "status"),
                Cells.text(row, "certificate_id"));
    }
}
