package org.coursewise.course.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.coursewise.course.erasure.LearnerLeft;

/**
 * What stays of somebody who left: that a pseudonym took these courses, from which models learn and which courses count.
 * Seats and places in line are given back, and which lessons they did is forgotten.
 */
@ApplicationScoped
class LearnerErasure {

    @Inject
    Enrollments enrollments;

    @Inject
    Places places;

    @Inject
    LessonCompletions completions;

    void erase(@Observes LearnerLeft left) {
        enrollments.open(left.learner()).forEach(places::giveBack);
        completions.forget(left.learner());
        enrollments.anonymise(left.learner(), left.pseudonym());
    }
}
