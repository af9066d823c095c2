package org.coursewise.course.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Erases a learner, once. */
@ApplicationScoped
class Erasing {

    @Inject
    Erasures erasures;

    @Inject
    Event<LearnerLeft> left;

    /** In one transaction; who was erased before stays so, and nothing changes. */
    @Transactional
    void erase(String learner, Instant requestedAt) {
        if (erasures.begin(learner, requestedAt)) {
            left.fire(new LearnerLeft(learner, "erased-" + UUID.randomUUID()));
        }
    }
}
