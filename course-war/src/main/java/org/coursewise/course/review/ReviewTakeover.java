package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.catalog.CourseChanged;
import org.coursewise.course.learner.HistoryTakenOver;
import org.coursewise.postgres.Sql;

/**
 * An account takes over an outside learner's reviews, behind the locks of their courses. Where both have a word on a course
 * the account's own stays, also that it was taken back.
 */
@ApplicationScoped
class ReviewTakeover {

    private static final String DROP = """
            with gone as (delete from review using review as own
                where review.learner = ? and own.learner = ? and own.course_id = review.course_id
                returning review.course_id, review.rating, review.hidden)
            """ + Ratings.WITHOUT_THOSE_GONE;

    @Inject
    Sql sql;

    @Inject
    Event<CourseChanged> changed;

    void takeOver(@Observes HistoryTakenOver history) {
        if (sql.update(DROP, history.outsider(), history.account()) > 0) {
            changed.fire(CourseChanged.any());
        }
        sql.update("update review set learner = ? where learner = ?", history.account(), history.outsider());
    }
}
