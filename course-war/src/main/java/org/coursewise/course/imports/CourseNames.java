package org.coursewise.course.imports;

import java.sql.SQLException;
import java.sql.Statement;
import org.coursewise.course.roster.RosterIds;

/** How the rows of a file name courses. */
enum CourseNames {
    CODES("'course_code: there is no course ' || code || '; import courses first'"),
    ROSTER("'classSourcedId: there is no class or course ' || code");

    private static final String UNKNOWN = """
            select line, %2$s from %1$s as staged where not exists (select 1 from course where course.code = staged.code)
            """;

    private final String complaint;

    CourseNames(String complaint) {
        this.complaint = complaint;
    }

    /** Puts codes in the place of other names, in the rows that an import has staged. */
    void resolve(Statement statement, String staged) throws SQLException {
        if (this == ROSTER) {
            statement.executeUpdate(RosterIds.resolution(staged));
        }
    }

    /** Asks for the line of each row whose course is not there, and says so. */
    String unknown(String staged) {
        return UNKNOWN.formatted(staged, complaint);
    }
}
