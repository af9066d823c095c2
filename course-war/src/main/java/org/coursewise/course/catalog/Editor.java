package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** What the caller may see and change of the catalogue: administrators all, instructors what they teach. */
@ApplicationScoped
public class Editor {

    @Inject
    Caller caller;

    /** Whether the course is the caller's to change. */
    public boolean owns(Course course) {
        return caller.hasRole("admin") || (caller.hasRole("instructor") && course.isTaughtBy(caller.id()));
    }

    /** Whether the caller may know of the course. */
    public boolean sees(Course course) {
        return course.status() == CourseStatus.PUBLISHED || owns(course);
    }

    boolean sees(CourseView course) {
        return course.status() == CourseStatus.PUBLISHED
                || caller.hasRole("admin")
                || (caller.hasRole("instructor") && course.isTaughtBy(caller.id()));
    }

    boolean seesAll() {
        return caller.hasRole("admin");
    }

    boolean isInstructor() {
        return caller.hasRole("instructor");
    }

    /** Administrators change any course, so they need not be among those who teach it. */
    boolean mayTeach(List<String> instructors) {
        return caller.hasRole("admin") || instructors.contains(caller.id());
    }

    String id() {
        return caller.id();
    }

    /** @throws ProblemException 404 for what the caller may not see, 403 for what it may see but not change */
    public void demandOwnership(Course course) {
        if (!sees(course)) {
            throw ProblemException.notFound("course");
        }
        if (!owns(course)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only its instructors and administrators change a course.");
        }
    }
}
