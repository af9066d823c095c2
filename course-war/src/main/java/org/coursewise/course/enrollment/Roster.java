package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.Courses;
import org.coursewise.course.catalog.Editor;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The enrolments of a course, for those who teach it and for administrators. */
@ApplicationScoped
class Roster {

    @Inject
    Courses courses;

    @Inject
    Editor editor;

    @Inject
    Enrollments enrollments;

    /** @throws ProblemException 404 for a course the caller may not see, 403 for one they see but do not teach */
    @Transactional
    List<EnrollmentView> of(CourseId id, @Nullable EnrollmentStatus status, @Nullable UUID after, int limit) {
        var course = courses.find(id).orElseThrow(() -> ProblemException.notFound("course"));
        editor.demandOwnership(course);
        return enrollments.in(id, status, after, limit).stream()
                .map(EnrollmentView::of)
                .toList();
    }

    /** Whether an enrolment is in a course that is the caller's. */
    Predicate<Enrollment> ofMine() {
        return enrollment ->
                courses.find(enrollment.courseId()).filter(editor::owns).isPresent();
    }
}
