package org.coursewise.course.imports;

import java.sql.SQLException;
import java.sql.Statement;
import org.coursewise.course.roster.RosterIds;

/** How the rows of a file name courses. */
enum CourseNames {
    CODES("course_code: there is no course %s; import courses first"),
    ROSTER("classSourcedId: there is no class or course %s");

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

    String thereIsNo(String course) {
        return complaint.formatted(course);
    }
}
