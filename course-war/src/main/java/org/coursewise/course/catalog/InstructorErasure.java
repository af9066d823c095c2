package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.postgres.Sql;

/** Whoever taught a course and is gone does so no more; a course without anybody is the administrators'. */
@ApplicationScoped
class InstructorErasure {

    private static final String REMOVE = """
            update course set instructors = array_remove(instructors, ?), edition = edition + 1
            where ? = any (instructors)
            """;

    @Inject
    Sql sql;

    @Inject
    Event<CourseChanged> changed;

    void remove(@Observes LearnerLeft left) {
        sql.update(REMOVE, left.learner(), left.learner());
        changed.fire(CourseChanged.any());
    }
}
