package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.coursewise.course.catalog.CourseDates;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.problem.CourseException;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What is done with enrolments; each is one transaction. */
@ApplicationScoped
public class Enrolling {

    @Inject
    Enrollments enrollments;

    @Inject
    Seats seats;

    @Inject
    Places places;

    @Inject
    Erasures erasures;

    @Inject
    EnrollmentFacts facts;

    @Inject
    Event<Enrolled> enrolled;

    @Inject
    Clock clock;

    /**
     * Enrols, or refuses before anything is written: a caller's transaction goes on after a refusal.
     *
     * @throws ProblemException 404 or 409 as the API says
     */
    @Transactional(dontRollbackOn = ProblemException.class)
    public EnrollmentView enroll(String learner, CourseId courseId, boolean mayWait) {
        if (erasures.holdsErased(learner)) {
            throw ProblemException.notFound("learner");
        }
        var course = seats.lock(courseId)
                .filter(Seats.Offer::isPublished)
                .orElseThrow(() -> ProblemException.notFound("course"));
        if (enrollments.has(learner, courseId)) {
            throw new CourseException.AlreadyEnrolled();
        }
        demandOpen(course.dates());
        var missing = seats.missingPrerequisites(courseId, learner);
        if (!missing.isEmpty()) {
            throw new CourseException.PrerequisitesMissing(missing);
        }
        if (course.isFull() && !mayWait) {
            throw new CourseException.CourseFull();
        }
        var status = course.isFull() ? EnrollmentStatus.WAITING : EnrollmentStatus.ACTIVE;
        var enrollment = new Enrollment(courseId, learner, status, since(status, courseId));
        enrollments.add(enrollment);
        enrollments.flush();
        if (status == EnrollmentStatus.ACTIVE) {
            seats.take(courseId);
        }
        facts.created(enrollment, course);
        enrolled.fire(new Enrolled(learner, courseId));
        return EnrollmentView.of(enrollment);
    }

    /** Behind whoever waits already, though the clocks of replicas may differ. */
    private Instant since(EnrollmentStatus status, CourseId course) {
        var now = clock.instant();
        if (status == EnrollmentStatus.ACTIVE) {
            return now;
        }
        return enrollments
                .lastInLine(course)
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    private void demandOpen(CourseDates dates) {
        var now = clock.instant();
        if (dates.enrollFrom() != null && dates.isBeforeEnrolment(now)) {
            throw CourseException.EnrollmentClosed.until(dates.enrollFrom());
        }
        var end = dates.enrolmentEnd();
        if (end != null && dates.isAfterEnrolment(now)) {
            throw CourseException.EnrollmentClosed.since(end);
        }
    }

    @Transactional
    EnrollmentView view(EnrollmentId id, Predicate<Enrollment> mine) {
        return EnrollmentView.of(own(id, mine));
    }

    @Transactional
    List<ListedEnrollment> list(String learner, @Nullable UUID after, int limit) {
        return enrollments.of(learner, after, limit);
    }

    /**
     * Gives a seat back; who has waited longest gets it.
     *
     * @param precondition sees the enrolment as it is and throws if the caller meant another state of it
     */
    @Transactional
    void cancel(EnrollmentId id, Predicate<Enrollment> mine, Consumer<EnrollmentView> precondition) {
        var enrollment = own(id, mine);
        var course = places.lock(enrollment);
        precondition.accept(EnrollmentView.of(enrollment));
        if (enrollment.status() == EnrollmentStatus.COMPLETED) {
            throw new ProblemException(ProblemType.CONFLICT, "The course is completed; that cannot be undone.");
        }
        if (enrollment.isOpen()) {
            places.giveBack(enrollment, course);
        }
    }

    private Enrollment own(EnrollmentId id, Predicate<Enrollment> mine) {
        return enrollments.find(id).filter(mine).orElseThrow(() -> ProblemException.notFound("enrolment"));
    }
}
