package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.catalog.SeatsOpened;

/** Who waits gets a seat as soon as there is one, in the order of waiting, and before anybody else. */
@ApplicationScoped
class WaitingList {

    @Inject
    Enrollments enrollments;

    @Inject
    Seats seats;

    @Inject
    EnrollmentFacts facts;

    @Inject
    Clock clock;

    void fillOpened(@Observes SeatsOpened opened) {
        fill(opened.course());
    }

    /** Fills what seats there are, within the caller's transaction; a course that is not published has none to give. */
    void fill(CourseId courseId) {
        seats.lock(courseId)
                .filter(course -> course.isPublished() && !course.isFull())
                .ifPresent(course -> {
                    for (var next : enrollments.waiting(courseId, course.free())) {
                        next.moveUp(clock.instant());
                        enrollments.flush();
                        seats.take(courseId);
                        facts.created(next, course);
                    }
                });
    }
}
