package org.coursewise.recommender.candidates;

import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Triangle;
import org.coursewise.recommender.matrix.Workers;

/**
 * What the sources are fitted on: how often two courses were taken by the same learner, wherever that was counted. Courses
 * that nobody took come last. For up to {@link #MOST_DENSE} that anybody took both matrices are kept as a whole; past that
 * rows alone are asked for.
 */
public interface Evidence {

    /** Three triangles of so many courses are what fits into 2 GB beside the rest. */
    int MOST_DENSE = 10_000;

    /** Counts histories in this process. */
    static Evidence of(Histories histories, Workers workers) throws InterruptedException {
        return of(histories, MOST_DENSE, workers);
    }

    /**
     * The same.
     *
     * @param mostDense up to how many courses the counts are kept
     * @throws InterruptedException when training is cancelled
     */
    static Evidence of(Histories histories, int mostDense, Workers workers) throws InterruptedException {
        return HistoryEvidence.of(histories, OtherLearners.NONE, mostDense, workers);
    }

    /** How many courses there are, also of those that nobody took. */
    int courseCount();

    /** The courses, by number, up to the last one that anybody took. */
    int taken();

    int learners();

    /** Whether it is known in which order courses were taken. */
    boolean timed();

    /** How many learners took the course. */
    int count(int course);

    /** How many learners took each course. */
    default int[] counts() {
        var counts = new int[courseCount()];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = count(c);
        }
        return counts;
    }

    /** Σ over its learners of one over the length of their histories. */
    double weight(int course);

    /** The mean over its learners of ln(1 + the length of their histories), 0 where there is none. */
    double logLength(int course);

    /** Whether both matrices are kept as a whole. */
    boolean isDense();

    /**
     * Writes how many learners took both course i and each other; where the evidence is not dense, at least for the
     * courses that {@link NeighborhoodSlim#nearest()} keeps of i.
     */
    void together(int i, double[] row);

    /** The same, a learner of n courses counting 1 / n: Σ_u x_u x_uᵀ / |x_u|. */
    void weighted(int i, double[] row);

    /** Adds what the rule gives for the histories with course i, for each other course. */
    void sequences(Sequences rule, int i, double[] row);

    /** A copy of the whole weighted matrix with something added to its diagonal; only where it is dense. */
    Triangle weightedPlus(double added);

    /** The links of a source whose rows are made one by one. */
    SparseRows links(RowSource source, Workers workers) throws InterruptedException;

    /** Whole histories for what cannot do without: all of them, or those of enough learners. */
    Histories sample();
}
