package org.coursewise.course.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coursewise.course.digest.DigestSubscriptions;
import org.coursewise.course.export.LearnerExport.AskedDigest;
import org.coursewise.course.export.LearnerExport.DoneLesson;
import org.coursewise.course.export.LearnerExport.GivenFeedback;
import org.coursewise.course.export.LearnerExport.HeldEnrollment;
import org.coursewise.course.export.LearnerExport.HeldInvitation;
import org.coursewise.course.export.LearnerExport.RequestedJob;
import org.coursewise.course.export.LearnerExport.TaughtCourse;
import org.coursewise.course.interest.LearnerInterests;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/** Gathers what course holds on a person. */
@ApplicationScoped
class Exporting {

    private static final String ENROLLMENTS = """
            select enrollment.*, code, title from enrollment join course on course.id = course_id
            where learner = ? order by enrollment.id
            """;

    private static final String LESSONS = """
            select enrollment_id, lesson_id, title, lesson_completion.completed_at from lesson_completion
            join enrollment on enrollment.id = enrollment_id join lesson on lesson.id = lesson_id
            where learner = ? order by lesson_completion.completed_at, lesson_id
            """;

    private static final String TEACHES =
            "select id, code, title from course where ? = any (instructors) order by code";

    private static final String JOBS = """
            select id, kind, created_at from import_job where requested_by = ?
            union all select id, 'training', created_at from training_job where requested_by = ?
            order by created_at
            """;

    private static final String VERIFIED = "select as_of from verified_address where user_id = ?";

    private static final String INVITATIONS = """
            select invitation.course_id, code, title, invitation.created_at, invitation.expires_at
            from invitation join verified_address using (address_hash) join course on course.id = course_id
            where user_id = ? order by invitation.id
            """;

    private static final String FEEDBACK = """
            select course_id, code, type, at, times, recommendation, model_version from (
                select course_id, type, at, case when type = 'impression' then times end as times, recommendation, model_version
                from feedback where learner = ?
                union all select course_id, 'dismiss', at, null, null, null from dismissal where learner = ?) as given
            join course on course.id = course_id order by at, code, type
            """;

    @Inject
    Sql sql;

    @Inject
    HeldReviews reviews;

    @Inject
    LearnerInterests interests;

    @Inject
    DigestSubscriptions digests;

    @Inject
    Clock clock;

    LearnerExport of(String person) {
        return new LearnerExport(
                "course",
                clock.instant(),
                person,
                enrollments(person),
                lessons(person),
                reviews.of(person),
                reviews.reportsBy(person),
                reviews.decisionsBy(person),
                teaches(person),
                jobs(person),
                verifiedAt(person),
                invitations(person),
                interests.of(person).orElse(null),
                feedback(person),
                digests.of(person)
                        .map(digest -> new AskedDigest(digest.locale(), digest.nextAt(), digest.lastMail()))
                        .orElse(null));
    }

    private List<GivenFeedback> feedback(String person) {
        return sql.query(
                FEEDBACK,
                row -> new GivenFeedback(
                        row.getString("course_id"),
                        row.getString("code"),
                        row.getString("type"),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getObject("times", Integer.class),
                        row.getString("recommendation"),
                        row.getString("model_version")),
                person,
                person);
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

    private List<DoneLesson> lessons(String person) {
        return sql.query(
                LESSONS,
                row -> new DoneLesson(
                        row.getString("enrollment_id"),
                        row.getString("lesson_id"),
                        row.getString("title"),
                        Objects.requireNonNull(Sql.instant(row, "completed_at"))),
                person);
    }

    private @Nullable Instant verifiedAt(String person) {
        return sql.query(VERIFIED, row -> Objects.requireNonNull(Sql.instant(row, "as_of")), person).stream()
                .findFirst()
                .orElse(null);
    }

    private List<HeldInvitation> invitations(String person) {
        return sql.query(
                INVITATIONS,
                row -> new HeldInvitation(
                        row.getString("course_id"),
                        row.getString("code"),
                        row.getString("title"),
                        Objects.requireNonNull(Sql.instant(row, "created_at")),
                        Objects.requireNonNull(Sql.instant(row, "expires_at"))),
                person);
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
