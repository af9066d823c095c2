package org.coursewise.course.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.coursewise.postgres.Sql;

/**
 * What an outside learner's place in a course leaves to the account's own, before it goes: the lessons that were done in
 * it, and its certificate if the account's has none. Behind the locks of the courses.
 */
@ApplicationScoped
class JoinedPlaces {

    private static final String PAIRS = """
            from enrollment as other join enrollment as own using (course_id)
            where other.learner = ? and own.learner = ? and other.status <> 'cancelled' and own.status <> 'cancelled'
            """;

    private static final String KEEP_LESSONS = """
            insert into lesson_completion (enrollment_id, lesson_id, completed_at)
            select pair.own_id, lesson_id, lesson_completion.completed_at
            from (select own.id as own_id, other.id as other_id %s) as pair
                join lesson_completion on enrollment_id = other_id
            on conflict (enrollment_id, lesson_id) do nothing
            """.formatted(PAIRS);

    private static final String CERTIFICATES =
            "select own.id as own_id, other.certificate_id, other.completed_at " + PAIRS
                    + " and own.certificate_id is null and other.certificate_id is not null and other.completed_at is not null";

    private static final String KEEP_CERTIFICATE = """
            update enrollment set certificate_id = ?, completed_at = issued.at, version = version + 1,
                enrolled_at = case when enrolled_at > issued.at then issued.at else enrolled_at end
            from (select ?::timestamptz as at) as issued where id = ? and status = 'completed'
            """;

    @Inject
    Sql sql;

    /** A certificate, and the enrolment that it goes to. */
    record Certificate(UUID id, Instant issuedAt, UUID enrollment) {}

    /** Hands over the lessons, and tells which certificates are to be kept when the outside learner's places are gone. */
    List<Certificate> begin(String outsider, String account) {
        sql.update(KEEP_LESSONS, outsider, account);
        return sql.query(
                CERTIFICATES,
                row -> new Certificate(
                        row.getObject("certificate_id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "completed_at")),
                        row.getObject("own_id", UUID.class)),
                outsider,
                account);
    }

    void keep(List<Certificate> certificates) {
        certificates.forEach(certificate ->
                sql.update(KEEP_CERTIFICATE, certificate.id(), certificate.issuedAt(), certificate.enrollment()));
    }
}
