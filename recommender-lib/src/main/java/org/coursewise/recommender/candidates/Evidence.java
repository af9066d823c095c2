package org.coursewise.recommender.candidates;

import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Triangle;
import org.coursewise.recommender.matrix.Workers;

/**
 * What the sources are fitted on: the histories, and how often two courses were taken by the same learner. The two
 * matrices are n × n for n courses that anybody took (the first n by number).
 */
public final class Evidence {

    private final Histories histories;
    private final int[] counts;
    private final int taken;
    private final Triangle together;
    private final Triangle weighted;

    private Evidence(Histories histories, int[] counts, int taken, Triangle together, Triangle weighted) {
        this.histories = histories;
        this.counts = counts;
        this.taken = taken;
        this.together = together;
        this.weighted = weighted;
    }

    /**
     * Counts. Cost: the sum over learners of the square of their number of courses.
     *
     * @throws InterruptedException when training is cancelled
     */
    public static Evidence of(Histories histories, Workers workers) throws InterruptedException {
        int[] counts = histories.counts();
        int taken = 0;
        for (int c = 0; c < counts.length; c++) {
            taken = counts[c] > 0 ? c + 1 : taken;
        }
        int[][] takers = histories.takers();
        var together = new Triangle(taken);
        var weighted = new Triangle(taken);
        workers.each(taken, i -> {
            double[] plain = together.row(i);
            double[] shared = weighted.row(i);
            for (int u : takers[i]) {
                double weight = 1.0 / histories.length(u);
                for (int k = 0; k < histories.length(u); k++) {
                    int j = histories.course(u, k);
                    if (j <= i) {
                        plain[j]++;
                        shared[j] += weight;
                    }
                }
            }
        });
        return new Evidence(histories, counts, taken, together, weighted);
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

    /** How many learners took both courses. */
    public Triangle together() {
        return together;
    }

    /** The same, a learner of n courses counting 1 / n: Σ_u x_u x_uᵀ / |x_u|. */
    public Triangle weighted() {
        return weighted;
    }
}
