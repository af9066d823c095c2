package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.catalog.Editor;
import org.coursewise.course.curriculum.LessonId;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/**
 * Doing lessons; each is one transaction, behind the lock of the course's row: the lessons stay as they are meanwhile, and
 * of two who do the last one at once the first completes the course. What is completed stays so, whatever an editor adds
 * later; and no editor completes a course for anybody by removing a lesson.
 */
@ApplicationScoped
class Learning {

    private static final String ENROLLMENT = "enrolment";

    @Inject
    Enrollments enrollments;

    @Inject
    LessonCompletions completions;

    @Inject
    Places places;

    @Inject
    Erasures erasures;

    @Inject
    EnrollmentFacts facts;

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The caller did a lesson; once more is as once. */
    @Transactional
    void complete(EnrollmentId id, LessonId lesson) {
        erasures.demandNotErased(caller.id());
        var enrollment = enrollments
                .find(id)
                .filter(found -> found.learner().equals(caller.id()))
                .orElseThrow(() -> ProblemException.notFound(ENROLLMENT));
        var course = places.lock(enrollment);
        if (!enrollment.isLearning()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The enrolment is " + enrollment.status().wireName() + ": lessons are for who has a seat.");
        }
        // learners do not see what is in a draft
        if (course.isDraft() || !completions.isOfCourse(lesson, enrollment.courseId())) {
            throw ProblemException.notFound("lesson");
        }
        var now = clock.instant();
        completions.add(id, lesson, now);
        if (enrollment.status() == EnrollmentStatus.ACTIVE
                && completions.progress(id, enrollment.courseId()).isWhole()) {
            enrollment.complete(now);
            enrollments.flush();
            facts.completed(enrollment, course);
        }
    }

    /** For the learner, and for whoever the course belongs to. */
    @Transactional
    Progress progress(EnrollmentId id) {
        var enrollment = enrollments
                .find(id)
                .filter(found -> found.learner().equals(caller.id()) || isOfCallersCourse(found.courseId()))
                .orElseThrow(() -> ProblemException.notFound(ENROLLMENT));
        return completions.progress(id, enrollment.courseId());
    }

    private boolean isOfCallersCourse(CourseId course) {
        return courses.find(course).filter(editor::owns).isPresent();
    }
}
