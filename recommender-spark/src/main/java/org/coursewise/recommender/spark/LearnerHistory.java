package org.coursewise.recommender.spark;

import java.io.Serializable;

/** What one learner took, in the order in which histories are kept, and where the learner stands in the draw. */
final class LearnerHistory implements Serializable {

    private final String learner;
    private final long lot;
    private final int[] courses;

    LearnerHistory(String learner, long lot, int[] courses) {
        this.learner = learner;
        this.lot = lot;
        this.courses = courses;
    }

    String learner() {
        return learner;
    }

    /** Who is drawn: the lowest are first, by id where equal. */
    long lot() {
        return lot;
    }

    int[] courses() {
        return courses;
    }
}
