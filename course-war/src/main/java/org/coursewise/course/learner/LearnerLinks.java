package org.coursewise.course.learner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.SeatsOpened;
import org.coursewise.postgres.Sql;

/**
 * Which account an outside learner's enrolments and reviews belong to. The account takes over what there is when the link comes, and
 * imports bring what comes later to it: so it does not matter which of the two is first.
 */
@ApplicationScoped
public class LearnerLinks {

    /** Keeps links as they are until the transaction of an import ends; to be taken before it locks courses. */
    public static final String HOLD = "select pg_advisory_xact_lock_shared(hashtextextended('learner-links', 0))";

    private static final String TRANSLATE =
            "update %s set learner = user_id from learner_link where external_id = learner";

    private static final String CHANGE = "select pg_advisory_xact_lock(hashtextextended('learner-links', 0))";
    private static final String LINK = """
            insert into learner_link (external_id, user_id, as_of) values (?, ?, ?)
            on conflict (external_id) do update set user_id = excluded.user_id, as_of = excluded.as_of
                where learner_link.as_of <= excluded.as_of
            """;
    private static final String LOCK_COURSES = """
            select 1 from course where id in (select course_id from enrollment where learner = ?
                union all select course_id from review where learner = ?) order by id for update
            """;
    /**
     * Where both have a course the account's own stays, with a seat or completed if the other one was, since the earlier of
     * the two; of two seats one is given back.
     */
    private static final String MERGE = """
            with pair as (
                select own.id as own_id, own.status as own_status, other.id as other_id, other.status as other_status,
                    other.enrolled_at as other_enrolled_at, other.completed_at, other.course_id
                from enrollment as other join enrollment as own using (course_id)
                where other.learner = ? and own.learner = ? and other.status <> 'cancelled' and own.status <> 'cancelled'),
            bettered as (
                update enrollment set status = other_status, completed_at = pair.completed_at, version = version + 1,
                    enrolled_at = least(enrolled_at, other_enrolled_at, pair.completed_at)
                from pair where id = own_id and (own_status = 'waiting' and other_status in ('active', 'completed')
                    or own_status = 'active' and other_status = 'completed')),
            dropped as (delete from enrollment using pair where id = other_id)
            update course set enrolled = enrolled - 1 from pair
            where id = course_id and own_status in ('active', 'completed') and other_status in ('active', 'completed')
            returning id
            """;

    private static final String TAKE_OVER =
            "update enrollment set learner = ?, version = version + 1 where learner = ?";

    @Inject
    Sql sql;

    @Inject
    JoinedPlaces joined;

    @Inject
    Event<SeatsOpened> seatsOpened;

    @Inject
    Event<HistoryTakenOver> takenOver;

    /**
     * What puts accounts in the place of outside ids, in the rows that an import has staged.
     *
     * @param staged the table they are in, with a column {@code learner}
     */
    public static String translation(String staged) {
        return TRANSLATE.formatted(staged);
    }

    /** @param asOf when it was said; what was said later of the same outside learner stays */
    @Transactional
    void link(String userId, String externalId, Instant asOf) {
        sql.query(CHANGE, row -> true);
        sql.update("delete from learner_link where user_id = ? and external_id <> ?", userId, externalId);
        if (sql.update(LINK, externalId, userId, asOf) == 0) {
            return;
        }
        sql.query(LOCK_COURSES, row -> true, externalId, externalId);
        var certificates = joined.begin(externalId, userId);
        var freed = sql.query(MERGE, row -> row.getObject(1, UUID.class), externalId, userId);
        joined.keep(certificates);
        sql.update(TAKE_OVER, userId, externalId);
        takenOver.fire(new HistoryTakenOver(externalId, userId));
        freed.forEach(course -> seatsOpened.fire(new SeatsOpened(new CourseId(course))));
    }

    /** What was taken over stays; what comes from now on does not come to the account. */
    @Transactional
    void unlink(String userId) {
        sql.query(CHANGE, row -> true);
        sql.update("delete from learner_link where user_id = ?", userId);
    }

    /** The account of an outside learner; the id itself where there is none. */
    public String accountOf(String learner) {
        return sql
                .query("select user_id from learner_link where external_id = ?", row -> row.getString(1), learner)
                .stream()
                .findFirst()
                .orElse(learner);
    }
}
