package org.coursewise.course.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.course.catalog.Course;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.CourseStatus;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.catalog.Editor;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/**
 * Who may read what a course teaches: of a published one anybody, of an archived one whoever is enrolled, of any its
 * instructors and administrators. They alone change it.
 */
@ApplicationScoped
class CourseAccess {

    private static final String IS_ENROLLED = """
            select 1 from enrollment where learner = ? and course_id = ? and status in ('active', 'completed')
            """;

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    @Inject
    Caller caller;

    @Inject
    Sql sql;

    /**
     * @param what was asked for: a stranger is told no more than that it is not there
     * @throws ProblemException 404 for whoever may not read
     */
    void demandReader(CourseId id, String what) {
        if (courses.find(id).filter(this::isReadable).isEmpty()) {
            throw ProblemException.notFound(what);
        }
    }

    /**
     * Locks the course: nobody else changes what it teaches until the transaction ends.
     *
     * @throws ProblemException 404 for whoever may not read, 403 for whoever may not change
     */
    void demandEditor(CourseId id, String what) {
        var course = courses.findLocked(id).filter(this::isReadable).orElseThrow(() -> ProblemException.notFound(what));
        if (!editor.owns(course)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only its instructors and administrators change what a course teaches.");
        }
    }

    private boolean isReadable(Course course) {
        return editor.sees(course) || isArchivedForLearner(course);
    }

    private boolean isArchivedForLearner(Course course) {
        return course.status() == CourseStatus.ARCHIVED
                && caller.isKnown()
                && !sql.query(IS_ENROLLED, row -> true, caller.id(), course.id().value())
                        .isEmpty();
    }
}
