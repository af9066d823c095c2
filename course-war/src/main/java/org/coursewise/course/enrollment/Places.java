package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityNotFoundException;
import org.coursewise.rest.problem.ProblemException;

/** How a place is given back, within the caller's transaction: who has waited longest gets the seat. */
@ApplicationScoped
class Places {

    @Inject
    Enrollments enrollments;

    @Inject
    Seats seats;

    @Inject
    WaitingList waitingList;

    @Inject
    EnrollmentFacts facts;

    /** Locks the course and reads the enrolment behind that lock. */
    Seats.Offer lock(Enrollment enrollment) {
        var course = seats.lock(enrollment.courseId()).orElseThrow(() -> ProblemException.notFound("course"));
        try {
            // it was read before the lock was ours
            enrollments.refresh(enrollment);
        } catch (EntityNotFoundException e) {
            // the learner was erased meanwhile
            throw ProblemException.notFound("enrolment");
        }
        return course;
    }

    /** Nothing happens to one that is completed or given back already. */
    void giveBack(Enrollment enrollment) {
        var course = lock(enrollment);
        if (enrollment.isOpen()) {
            giveBack(enrollment, course);
        }
    }

    /** @param course behind its lock */
    void giveBack(Enrollment enrollment, Seats.Offer course) {
        var hadSeat = enrollment.cancel();
        enrollments.flush();
        facts.cancelled(enrollment, course);
        if (hadSeat) {
            seats.giveBack(enrollment.courseId());
            waitingList.fill(enrollment.courseId());
        }
    }
}
