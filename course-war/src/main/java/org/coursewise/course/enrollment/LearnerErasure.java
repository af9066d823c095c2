package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.erasure.LearnerLeft;

/**
 * What stays of somebody who left: that a pseudonym took these courses, from which models learn and which courses count.
 * Seats and places in line are given back.
 */
@ApplicationScoped
class LearnerErasure {

    @Inject
    Enrollments enrollments;

    @Inject
    Places places;

    void erase(@Observes LearnerLeft left) {
        enrollments.open(left.learner()).forEach(places::giveBack);
        enrollments.anonymise(left.learner(), left.pseudonym());
    }
}
