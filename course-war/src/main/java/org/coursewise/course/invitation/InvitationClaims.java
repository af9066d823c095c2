package org.coursewise.course.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.SeatsOpened;
import org.coursewise.course.enrollment.Enrolling;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.problem.CourseException;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;

/**
 * Makes enrolments of invitations whose address somebody has verified. Locks are taken in one order everywhere: erasures,
 * the address, the invitation, the course.
 */
@ApplicationScoped
class InvitationClaims {

    private static final Duration LATER = Duration.ofMinutes(1);

    private static final String LOCK = """
            select course_id, may_wait from invitation
            where id = ? and due_at is not null and expires_at > ? and address_hash = ? for update
            """;

    /** It is looked at again when the course opens, when it changes or when somebody verifies the address. */
    private static final String PUT_ASIDE = """
            update invitation set due_at = (select enroll_from from course where course.id = course_id and enroll_from > ?)
            where id = ?
            """;

    /** What is being taken in this moment waits for the course, and sees what becomes of it. */
    private static final String CALL = """
            update invitation set due_at = ? where id in
                (select id from invitation where course_id = ? and claimed_at is null and address_hash is not null
                    and expires_at > ? for update skip locked)
            """;

    @Inject
    Sql sql;

    @Inject
    VerifiedAddresses addresses;

    @Inject
    Enrolling enrolling;

    @Inject
    Clock clock;

    /** One to look at. */
    record Due(UUID id, String hash) {}

    private record Wanted(CourseId course, boolean mayWait) {}

    Optional<Due> next() {
        return sql
                .query(
                        "select id, address_hash from invitation where due_at <= ? and address_hash is not null"
                                + " order by due_at, id limit 1",
                        row -> new Due(row.getObject(1, UUID.class), row.getString(2)),
                        clock.instant())
                .stream()
                .findFirst();
    }

    /** Enrols whoever has verified the address, if there is one and the course takes them. */
    @Transactional
    void claim(Due due) {
        sql.query(Erasures.shareLock(), row -> true);
        addresses.hold(due.hash());
        var wanted = sql.query(
                LOCK,
                row -> new Wanted(new CourseId(row.getObject(1, UUID.class)), row.getBoolean(2)),
                due.id(),
                clock.instant(),
                due.hash());
        if (wanted.isEmpty()) {
            // another replica was first, it was withdrawn, or it has expired
            sql.update(
                    "update invitation set due_at = null where id = ? and expires_at <= ?", due.id(), clock.instant());
            return;
        }
        var owner = addresses.owner(due.hash());
        if (owner.isPresent() && isEnrolled(owner.get(), wanted.get(0))) {
            sql.update("update invitation set due_at = null, claimed_at = ? where id = ?", clock.instant(), due.id());
        } else if (owner.isPresent()) {
            sql.update(PUT_ASIDE, clock.instant(), due.id());
        } else {
            sql.update("update invitation set due_at = null where id = ?", due.id());
        }
    }

    private boolean isEnrolled(String learner, Wanted wanted) {
        try {
            enrolling.enroll(learner, wanted.course(), wanted.mayWait());
            return true;
        } catch (CourseException.AlreadyEnrolled e) {
            return true;
        } catch (ProblemException e) {
            // not published, not the time, not yet allowed or no seat: nothing was written
            return false;
        }
    }

    /** What went wrong with one does not hold up the others. */
    void postpone(Due due) {
        sql.update(
                "update invitation set due_at = ? where id = ? and due_at is not null",
                clock.instant().plus(LATER),
                due.id());
    }

    void callInvited(@Observes SeatsOpened opened) {
        var now = clock.instant();
        sql.update(CALL, now, opened.course().value(), now);
    }
}
