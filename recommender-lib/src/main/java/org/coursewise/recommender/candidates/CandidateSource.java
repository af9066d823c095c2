package org.coursewise.recommender.candidates;

import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/**
 * A way of linking courses: the score of course j for a history h with weights w is Σ_{i in h} w_i L_ij, where L is what
 * {@link #fit} gives. A source without anything to go by gives a matrix without values.
 */
public interface CandidateSource {

    /** A short name for tables. */
    String name();

    /**
     * Links every course to those it speaks for.
     *
     * @return as many rows as the histories have courses
     * @throws InterruptedException when training is cancelled
     */
    SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException;
}
