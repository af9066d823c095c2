package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.postgres.OutboxEvents;

/** Facts about enrolments, said in the transaction that makes them true ({@code course.enrollment.v1}). */
@ApplicationScoped
class EnrollmentFacts {

    private static final String TOPIC = "course.enrollment.v1";
    private static final String TYPE = "org.coursewise.course.enrollment.";

    record Fact(
            String enrollmentId,
            String learnerId,
            String courseId,
            String courseCode,
            String courseTitle,
            EnrollmentStatus status) {}

    @Inject
    OutboxEvents events;

    /** Someone has a seat, or a place in the line. */
    void created(Enrollment enrollment, Seats.Offer course) {
        say(enrollment, course, "created");
    }

    void cancelled(Enrollment enrollment, Seats.Offer course) {
        say(enrollment, course, "cancelled");
    }

    private void say(Enrollment enrollment, Seats.Offer course, String fact) {
        var id = enrollment.id().toString();
        events.append(
                TOPIC,
                TYPE + fact,
                id,
                new Fact(
                        id,
                        enrollment.learner(),
                        enrollment.courseId().toString(),
                        course.code(),
                        course.title(),
                        enrollment.status()));
    }
}
