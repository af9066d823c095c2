package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.coursewise.course.learner.LearningChanged;
import org.coursewise.course.settings.CourseSettings;
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

    /** @param certificateUrl where anybody verifies it: a link for a mail */
    record Completed(
            String enrollmentId,
            String learnerId,
            String courseId,
            String courseCode,
            String courseTitle,
            EnrollmentStatus status,
            Instant completedAt,
            String certificateId,
            String certificateUrl) {}

    @Inject
    OutboxEvents events;

    @Inject
    CourseSettings settings;

    @Inject
    Event<LearningChanged> changed;

    /** Someone has a seat, or a place in the line. */
    void created(Enrollment enrollment, Seats.Offer course) {
        say(enrollment, course, "created");
    }

    void cancelled(Enrollment enrollment, Seats.Offer course) {
        say(enrollment, course, "cancelled");
    }

    /** The last lesson is done, and there is a certificate. */
    void completed(Enrollment enrollment, Seats.Offer course) {
        var id = enrollment.id().toString();
        changed.fire(new LearningChanged(enrollment.learner()));
        var certificate = Objects.requireNonNull(enrollment.certificateId()).toString();
        events.append(
                TOPIC,
                TYPE + "completed",
                id,
                new Completed(
                        id,
                        enrollment.learner(),
                        enrollment.courseId().toString(),
                        course.code(),
                        course.title(),
                        enrollment.status(),
                        Objects.requireNonNull(enrollment.completedAt()),
                        certificate,
                        settings.apiUrl() + "/api/v1/certificates/" + certificate));
    }

    private void say(Enrollment enrollment, Seats.Offer course, String fact) {
        changed.fire(new LearningChanged(enrollment.learner()));
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
