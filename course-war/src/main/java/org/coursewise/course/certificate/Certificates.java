package org.coursewise.course.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.postgres.Sql;

/**
 * All certificates: an enrolment that was completed here has one. Its id is random, so that only who was shown it can ask;
 * it tells of the course and not of the person, whose name course does not know. It goes with its learner.
 */
@ApplicationScoped
class Certificates {

    private static final String FIND = """
            select certificate_id, course_id, code, title, completed_at, edition, version
            from enrollment join course on course.id = course_id
            where certificate_id = ? and completed_at is not null
            """;

    @Inject
    Sql sql;

    Optional<CertificateView> find(UUID id) {
        return sql.query(FIND, Certificates::view, id).stream().findFirst();
    }

    private static CertificateView view(ResultSet row) throws SQLException {
        return new CertificateView(
                row.getString("certificate_id"),
                row.getString("course_id"),
                row.getString("code"),
                row.getString("title"),
                Objects.requireNonNull(Sql.instant(row, "completed_at")),
                row.getLong("edition") + "." + row.getLong("version"));
    }
}
