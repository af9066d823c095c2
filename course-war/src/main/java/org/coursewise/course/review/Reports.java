package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.catalog.Editor;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;

/** What people think is wrong with reviews: each person says it once of each, and anew once it was edited. */
@ApplicationScoped
class Reports {

    private static final String ADD = """
            insert into review_report as present (review_id, reporter, reason, reported_at) values (?, ?, ?, ?)
            on conflict (review_id, reporter) do update
                set reason = excluded.reason, reported_at = excluded.reported_at, settled = false
                where present.reported_at < (select changed_at from review where id = present.review_id)
            """;

    @Inject
    Sql sql;

    @Inject
    Reviews reviews;

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    @Inject
    Erasures erasures;

    @Inject
    Clock clock;

    /** @throws ProblemException 404 for a review that the caller does not see */
    @Transactional
    void add(ReviewId id, String reporter, String reason) {
        erasures.demandNotErased(reporter);
        var course = reviews.find(id)
                .filter(review -> !review.hidden())
                .flatMap(review -> courses.find(review.course()))
                .filter(editor::sees);
        if (course.isEmpty()) {
            throw ProblemException.notFound("review");
        }
        sql.update(ADD, id.value(), reporter, reason, clock.instant());
    }

    /** A moderator has decided; tells whether there was anything to decide. */
    boolean settle(ReviewId id) {
        return sql.update("update review_report set settled = true where review_id = ? and not settled", id.value())
                > 0;
    }
}
