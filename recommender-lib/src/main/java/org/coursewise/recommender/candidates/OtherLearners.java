package org.coursewise.recommender.candidates;

import org.coursewise.recommender.dataset.Histories;
import org.jspecify.annotations.Nullable;

/** Learners who were counted elsewhere, and whose histories are not here. */
public interface OtherLearners {

    /** There are none. */
    OtherLearners NONE = new OtherLearners() {
        @Override
        public int learners() {
            return 0;
        }

        @Override
        public int count(int course) {
            return 0;
        }

        @Override
        public double weight(int course) {
            return 0;
        }

        @Override
        public double logLengths(int course) {
            return 0;
        }

        @Override
        public void add(int course, int courses, double @Nullable [] together, double @Nullable [] weighted) {
            // nothing to add
        }

        @Override
        public void addSequences(Sequences rule, int course, double[] row) {
            // nothing to add
        }

        @Override
        public Histories sample() {
            return Histories.none();
        }
    };

    int learners();

    /** How many of them took the course. */
    int count(int course);

    /** Σ over those of one over the length of their histories. */
    double weight(int course);

    /** Σ over those of ln(1 + the length of their histories). */
    double logLengths(int course);

    /**
     * Adds to the rows of a course what they took beside it; by several threads at a time.
     *
     * @param courses how many of the first courses are asked for
     * @param together counts each as one; null when not asked for
     * @param weighted counts one of n courses as 1 / n
     */
    void add(int course, int courses, double @Nullable [] together, double @Nullable [] weighted);

    /** Adds what the rule gives for their histories. */
    void addSequences(Sequences rule, int course, double[] row);

    /** The histories of some of them, for what needs whole ones. */
    Histories sample();
}
