package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/** All reviews. Whoever changes one holds the lock of its course's row. */
@ApplicationScoped
class Reviews {

    /** Nothing is written where nothing is new, so that a request that is repeated is no edit. */
    private static final String WRITE = """
            insert into review as present (course_id, learner, rating, comment, written_at, changed_at) values (?, ?, ?, ?, ?, ?)
            on conflict (learner, course_id) do update
                set rating = excluded.rating, comment = excluded.comment,
                    written_at = case when present.rating is null then excluded.written_at else present.written_at end,
                    changed_at = greatest(present.changed_at, excluded.changed_at)
                where (present.rating, present.comment) is distinct from (excluded.rating, excluded.comment)
            """;

    private static final String WITHDRAW = """
            update review set rating = null, comment = '', changed_at = greatest(changed_at, ?) where id = ?
            """;

    private static final String PAGE = """
            select * from review
            where course_id = ? and rating is not null and not hidden and (written_at, id) < (?::timestamptz, ?::uuid)
            order by written_at desc, id desc limit ?
            """;

    private static final String TAKES_PART = """
            select 1 from enrollment where learner = ? and course_id = ? and status in ('active', 'completed')
            """;

    /** Where the next page of reviews begins. */
    record Position(Instant at, UUID id) {

        static Position of(Review review) {
            return new Position(review.writtenAt(), review.id().value());
        }

        /** With {@link #idBound} what lies before it for PostgreSQL; everything does where there is no position. */
        static String timeBound(@Nullable Position position) {
            return position == null ? "infinity" : position.at().toString();
        }

        static UUID idBound(@Nullable Position position) {
            return position == null ? new UUID(0, 0) : position.id();
        }
    }

    @Inject
    Sql sql;

    Optional<Review> find(ReviewId id) {
        return sql.query("select * from review where id = ? and rating is not null", Review::read, id.value()).stream()
                .findFirst();
    }

    Optional<Review> of(String learner, CourseId course) {
        return sql
                .query(
                        "select * from review where learner = ? and course_id = ? and rating is not null",
                        Review::read,
                        learner,
                        course.value())
                .stream()
                .findFirst();
    }

    /** What everybody sees of a course, the newest first. */
    List<Review> page(CourseId course, @Nullable Position after, int limit) {
        return sql.query(PAGE, Review::read, course.value(), Position.timeBound(after), Position.idBound(after), limit);
    }

    /** Whether the learner has, or had to the end, a place in the course. */
    boolean takesPart(String learner, CourseId course) {
        return !sql.query(TAKES_PART, row -> true, learner, course.value()).isEmpty();
    }

    void write(String learner, CourseId course, int rating, String comment, Instant now) {
        sql.update(WRITE, course.value(), learner, rating, comment, now, now);
    }

    /** Its stars and words go, and what was reported of them. */
    void withdraw(ReviewId id, Instant now) {
        sql.update(WITHDRAW, now, id.value());
        sql.update("delete from review_report where review_id = ?", id.value());
    }

    void hide(ReviewId id, boolean isHidden) {
        sql.update("update review set hidden = ? where id = ?", isHidden, id.value());
    }
}
