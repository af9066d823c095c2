package org.coursewise.course.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.catalog.CourseChanged;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.postgres.Sql;

/**
 * Reviews are what somebody said, in words that may tell who: they go with their author, and their stars count no more.
 * Reports go with whoever made them; of who moderated a pseudonym stays.
 */
@ApplicationScoped
class ReviewErasure {

    private static final String LOCK_COURSES = """
            select 1 from course where id in (select course_id from review where learner = ?) order by id for update
            """;

    private static final String REMOVE =
            "with gone as (delete from review where learner = ? returning course_id, rating, hidden)"
                    + Ratings.WITHOUT_THOSE_GONE;

    @Inject
    Sql sql;

    @Inject
    Event<CourseChanged> changed;

    void erase(@Observes LearnerLeft left) {
        sql.query(LOCK_COURSES, row -> true, left.learner());
        if (sql.update(REMOVE, left.learner()) > 0) {
            changed.fire(CourseChanged.any());
        }
        sql.update("delete from review_report where reporter = ?", left.learner());
        sql.update("update review_moderation set moderator = ? where moderator = ?", left.pseudonym(), left.learner());
    }
}
