package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;

/** What moderators decide over reviews. Each decision settles what was reported, and is kept. */
@ApplicationScoped
class Moderation {

    @Inject
    Reviews reviews;

    @Inject
    Reports reports;

    @Inject
    Ratings ratings;

    @Inject
    Courses courses;

    @Inject
    Erasures erasures;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** It is neither shown nor counted from now on. */
    @Transactional
    void hide(ReviewId id, String moderator) {
        decide(id, moderator, ReviewStatus.HIDDEN);
    }

    /** It is shown and counted again, or still: then nothing that was reported of it was right. */
    @Transactional
    void show(ReviewId id, String moderator) {
        decide(id, moderator, ReviewStatus.SHOWN);
    }

    private void decide(ReviewId id, String moderator, ReviewStatus decision) {
        erasures.demandNotErased(moderator);
        var course = found(id).course();
        courses.findLocked(course);
        // it was read before the lock was ours
        var before = found(id);
        var settled = reports.settle(id);
        if (before.status() != decision) {
            reviews.hide(id, decision == ReviewStatus.HIDDEN);
            ratings.replace(course, Optional.of(before), reviews.find(id));
        } else if (!settled) {
            return;
        }
        sql.update(
                "insert into review_moderation (review_id, decision, moderator, decided_at) values (?, ?, ?, ?)",
                id.value(),
                decision.wireName(),
                moderator,
                clock.instant());
    }

    private Review found(ReviewId id) {
        return reviews.find(id).orElseThrow(() -> ProblemException.notFound("review"));
    }
}
