package org.coursewise.course.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A review that is there, hidden or not, as the database has it.
 *
 * @param rating stars from 1 to 5
 * @param writtenAt when it was first written
 * @param changedAt when it was last written
 */
record Review(
        ReviewId id,
        CourseId course,
        String learner,
        int rating,
        String comment,
        Instant writtenAt,
        Instant changedAt,
        boolean hidden) {

    static Review read(ResultSet row) throws SQLException {
        return new Review(
                new ReviewId(row.getObject("id", UUID.class)),
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getString("learner"),
                row.getInt("rating"),
                row.getString("comment"),
                Objects.requireNonNull(Sql.instant(row, "written_at")),
                Objects.requireNonNull(Sql.instant(row, "changed_at")),
                row.getBoolean("hidden"));
    }

    /** Null for one that is as it was first written. */
    @Nullable
    Instant editedAt() {
        return changedAt.isAfter(writtenAt) ? changedAt : null;
    }

    ReviewStatus status() {
        return ReviewStatus.of(hidden);
    }
}
