package org.coursewise.course.imports;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.coursewise.imports.RowError;

/**
 * Certificates that come with staged enrolments. One is taken by an enrolment that is completed and has none, together with
 * the time that it was issued for; none is taken away from anybody.
 */
final class StagedCertificates {

    private static final String TAKEN = """
            delete from staged_enrollment as staged using enrollment, course
            where course.code = staged.code and enrollment.certificate_id = staged.certificate_id
                and (enrollment.learner, enrollment.course_id) <> (staged.learner, course.id)
            returning staged.line, 'certificate_id: is that of another enrolment'
            """;

    private static final String TAKEN_BY_ANOTHER_ROW = """
            delete from staged_enrollment as staged using staged_enrollment as earlier, course, course as earlier_course
            where earlier.certificate_id = staged.certificate_id and earlier.line < staged.line
                and course.code = staged.code and earlier_course.code = earlier.code
                and (earlier.learner, earlier.code) <> (staged.learner, staged.code)
            returning staged.line, 'certificate_id: is that of another enrolment'
            """;

    private static final String HAS_ANOTHER = """
            delete from staged_enrollment as staged using enrollment, course
            where course.code = staged.code and enrollment.learner = staged.learner and enrollment.course_id = course.id
                and enrollment.certificate_id <> staged.certificate_id
            returning staged.line, 'certificate_id: the enrolment has another one, which stays'
            """;

    private static final String HAS_ANOTHER_BY_ANOTHER_ROW = """
            delete from staged_enrollment as staged using staged_enrollment as earlier, course
            where course.code = staged.code and earlier.learner = staged.learner and earlier.code = staged.code
                and earlier.certificate_id <> staged.certificate_id and earlier.line < staged.line
            returning staged.line, 'certificate_id: the enrolment has another one, which stays'
            """;

    private static final String KEEP = """
            update enrollment set certificate_id = staged.certificate_id, completed_at = staged.completed_at,
                enrolled_at = case when enrollment.enrolled_at > staged.completed_at then staged.completed_at
                    else enrollment.enrolled_at end,
                version = version + 1
            from staged_enrollment as staged join course using (code)
            where staged.certificate_id is not null and enrollment.learner = staged.learner
                and enrollment.course_id = course.id and enrollment.status = 'completed' and enrollment.certificate_id is null
            """;

    private static final String LEFT_OVER = """
            select staged.line, 'certificate_id: the enrolment was given up here'
            from staged_enrollment as staged join course using (code)
            where staged.certificate_id is not null
                and not exists (select 1 from enrollment where enrollment.certificate_id = staged.certificate_id)
            """;

    private StagedCertificates() {}

    /** Takes the rows out whose certificates contradict others; before enrolments are taken. */
    static void refuse(Statement statement, List<RowError> wrong) throws SQLException {
        for (var deletion : List.of(TAKEN, HAS_ANOTHER, HAS_ANOTHER_BY_ANOTHER_ROW, TAKEN_BY_ANOTHER_ROW)) {
            StagedRows.refuse(statement, deletion, wrong);
        }
    }

    /** After enrolments were taken. */
    static void keep(Statement statement, List<RowError> wrong) throws SQLException {
        statement.executeUpdate(KEEP);
        StagedRows.refuse(statement, LEFT_OVER, wrong);
    }
}
