package org.coursewise.course.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.coursewise.course.export.LearnerExport.HeldReview;
import org.coursewise.course.export.LearnerExport.MadeDecision;
import org.coursewise.course.export.LearnerExport.MadeReport;
import org.coursewise.postgres.Sql;

/** What a person said of courses, and of what others said. */
@ApplicationScoped
class HeldReviews {

    private static final String REVIEWS = """
            select review.*, code, title from review join course on course.id = course_id
            where learner = ? order by review.id
            """;

    @Inject
    Sql sql;

    List<HeldReview> of(String person) {
        return sql.query(REVIEWS, HeldReviews::review, person);
    }

    List<MadeReport> reportsBy(String person) {
        return sql.query(
                "select * from review_report where reporter = ? order by reported_at",
                row -> new MadeReport(row.getString("review_id"), row.getString("reason"), at(row, "reported_at")),
                person);
    }

    List<MadeDecision> decisionsBy(String person) {
        return sql.query(
                "select * from review_moderation where moderator = ? order by id",
                row -> new MadeDecision(row.getString("review_id"), row.getString("decision"), at(row, "decided_at")),
                person);
    }

    private static HeldReview review(ResultSet row) throws SQLException {
        return new HeldReview(
                row.getString("id"),
                row.getString("course_id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("rating") == null ? null : row.getInt("rating"),
                row.getString("comment"),
                at(row, "written_at"),
                at(row, "changed_at"),
                row.getBoolean("hidden"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Sql.instant(row, column));
    }
}
