package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Triangle;
import org.coursewise.recommender.matrix.Workers;
import org.jspecify.annotations.Nullable;

/**
 * What the sources are fitted on: the histories, and how often two courses were taken by the same learner. For up to
 * {@link #MOST_DENSE} courses that anybody took (the first n by number) both matrices are kept; past that a row is counted
 * anew whenever it is asked for, which takes longer and no memory.
 */
public final class Evidence {

    /** Three triangles of so many courses are what fits into 2 GB beside the rest. */
    public static final int MOST_DENSE = 10_000;

    private final Histories histories;
    private final int[] counts;
    private final int[][] takers;
    private final int taken;
    private final @Nullable Triangle together;
    private final @Nullable Triangle weighted;

    private Evidence(Histories histories, int[] counts, int taken, boolean dense) {
        this.histories = histories;
        this.counts = counts;
        this.takers = histories.takers();
        this.taken = taken;
        this.together = dense ? new Triangle(taken) : null;
        this.weighted = dense ? new Triangle(taken) : null;
    }

    public static Evidence of(Histories histories, Workers workers) throws InterruptedException {
        return of(histories, MOST_DENSE, workers);
    }

    /**
     * Counts. Cost: the sum over learners of the square of their number of courses.
     *
     * @param mostDense up to how many courses the counts are kept
     * @throws InterruptedException when training is cancelled
     */
    public static Evidence of(Histories histories, int mostDense, Workers workers) throws InterruptedException {
        int[] counts = histories.counts();
        int taken = 0;
        for (int c = 0; c < counts.length; c++) {
            taken = counts[c] > 0 ? c + 1 : taken;
        }
        var evidence = new Evidence(histories, counts, taken, taken <= mostDense);
        var together = evidence.together;
        var weighted = evidence.weighted;
        if (together != null && weighted != null) {
            workers.each(taken, i -> evidence.count(i, i + 1, together.row(i), weighted.row(i)));
        }
        return evidence;
    }

    /** Adds to row i what its learners took of the first courses. */
    private void count(int i, int courses, double @Nullable [] plain, double @Nullable [] shared) {
        for (int u : takers[i]) {
            int length = histories.length(u);
            double weight = 1.0 / length;
            for (int k = 0; k < length; k++) {
                int j = histories.course(u, k);
                if (j < courses) {
                    if (plain != null) {
                        plain[j]++;
                    }
                    if (shared != null) {
                        shared[j] += weight;
                    }
                }
            }
        }
    }

    public Histories histories() {
        return histories;
    }

    /** How many learners took the course. */
    public int count(int course) {
        return counts[course];
    }

    /** The courses, by number, up to the last one that anybody took. */
    public int taken() {
        return taken;
    }

    /** Whether both matrices are kept as a whole. */
    public boolean isDense() {
        return weighted != null;
    }

    /** Writes how many learners took both course i and each other. */
    public void together(int i, double[] row) {
        if (together != null) {
            together.copyRow(i, row);
        } else {
            Arrays.fill(row, 0, taken, 0);
            count(i, taken, row, null);
        }
    }

    /** The same, a learner of n courses counting 1 / n: Σ_u x_u x_uᵀ / |x_u|. */
    public void weighted(int i, double[] row) {
        if (weighted != null) {
            weighted.copyRow(i, row);
        } else {
            Arrays.fill(row, 0, taken, 0);
            count(i, taken, null, row);
        }
    }

    /** Σ over its learners of one over the length of their histories. */
    public double weight(int course) {
        if (weighted != null) {
            return weighted.get(course, course);
        }
        double sum = 0;
        for (int u : takers[course]) {
            sum += 1.0 / histories.length(u);
        }
        return sum;
    }

    /** A copy of the whole weighted matrix with something added to its diagonal; only where it is dense. */
    Triangle weightedPlus(double added) {
        if (weighted == null) {
            throw new IllegalStateException("There are too many courses for a whole matrix");
        }
        return weighted.plusDiagonal(added);
    }
}
