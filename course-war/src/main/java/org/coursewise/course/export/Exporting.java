package org.coursewise.course.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.coursewise.course.export.LearnerExport.HeldEnrollment;
import org.coursewise.course.export.LearnerExport.RequestedJob;
import org.coursewise.course.export.LearnerExport.TaughtCourse;
import org.coursewise.postgres.Sql;

/** Gathers what course holds on a person. */
@ApplicationScoped
class Exporting {

    private static final String ENROLLMENTS = """
            select enrollment.*, code, title from enrollment join course on course.id = course_id
            where learner = ? order by enrollment.id
            """;

    private static final String TEACHES =
            "select id, code, title from course where ? = any (instructors) order by code";

    private static final String JOBS = """
            select id, kind, created_at from import_job where requested_by = ?
            union all select id, 'training', created_at from training_job where requested_by = ?
            order by created_at
            """;

    @Inject
    Sql sql;

    @Inject
    HeldReviews reviews;

    @Inject
    Clock clock;

    LearnerExport of(String person) {
        return new LearnerExport(
                "course",
                clock.instant(),
                person,
                enrollments(person),
                reviews.of(person),
                reviews.reportsBy(person),
                reviews.decisionsBy(person),
                teaches(person),
                jobs(person));
    }

    private List<HeldEnrollment> enrollments(String person) {
        return sql.query(ENROLLMENTS, Exporting::enrollment, person);
    }

    private static HeldEnrollment enrollment(ResultSet row) throws SQLException {
        return new HeldEnrollment(
                row.getString("id"),
                row.getString("course_id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("status"),
                Sql.instant(row, "enrolled_at"),
                Sql.instant(row, "completed_at"),
                row.getString("certificate_id"));
    }

    private List<TaughtCourse> teaches(String person) {
        return sql.query(
                TEACHES, row -> new TaughtCourse(row.getString(1), row.getString(2), row.getString(3)), person);
    }

    private List<RequestedJob> jobs(String person) {
        return sql.query(
                JOBS,
                row -> new RequestedJob(
                        row.getString("id"),
                        row.getString("kind"),
                        Objects.requireNonNull(Sql.instant(row, "created_at"))),
                person,
                person);
    }
}
