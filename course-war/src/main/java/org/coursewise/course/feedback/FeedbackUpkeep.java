package org.coursewise.course.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.course.learner.HistoryTakenOver;
import org.coursewise.postgres.Sql;

/** Feedback goes with whoever gave it, and what an outside learner did becomes the account's. */
@ApplicationScoped
class FeedbackUpkeep {

    private static final String TAKE_OVER_DISMISSALS = """
            with gone as (delete from dismissal where learner = ? returning course_id, at)
            insert into dismissal (learner, course_id, at) select ?, course_id, at from gone
            on conflict (learner, course_id) do nothing
            """;

    private static final String TAKE_OVER = """
            with gone as (delete from feedback where learner = ?
                returning course_id, type, recommendation, model_version, answered_at, at, times, is_attributed)
            insert into feedback
                (learner, course_id, type, recommendation, model_version, answered_at, at, times, is_attributed)
            select ?, course_id, type, recommendation, model_version, answered_at, at, times, is_attributed from gone
            on conflict (learner, course_id, type) do nothing
            """;

    @Inject
    Sql sql;

    void erase(@Observes LearnerLeft left) {
        sql.update("delete from feedback where learner = ?", left.learner());
        sql.update("delete from dismissal where learner = ?", left.learner());
    }

    void takeOver(@Observes HistoryTakenOver history) {
        sql.update(TAKE_OVER_DISMISSALS, history.outsider(), history.account());
        sql.update(TAKE_OVER, history.outsider(), history.account());
    }
}
