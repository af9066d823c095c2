package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/**
 * Sequential rules (after M. Ludewig and D. Jannach, "Evaluation of session-based recommendation algorithms", UMUAI 28,
 * 2018): a learner who took i and, g courses later, j adds decay^(g-1) to the link from i to j, and {@code reverse}
 * times that to the link from j to i; L_ij = s_ij / √(c_i c_j). Without times there is no order and no link.
 *
 * @param decay per course in between
 * @param reverse weight of links against the order
 * @param most how many links a course keeps
 */
public record Sequences(double decay, double reverse, int most) implements RowSource {

    private static final int FARTHEST = 20;

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public Rows.Writer rows(Evidence evidence) {
        return (i, row) -> {
            evidence.sequences(this, i, row);
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    row[j] /= Math.sqrt((double) evidence.count(i) * evidence.count(j));
                }
            }
        };
    }

    @Override
    public SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException {
        return evidence.timed() ? evidence.links(this, workers) : SparseRows.empty(evidence.courseCount());
    }

    /** What a course counts by how many courses later it was taken. */
    public double[] weights() {
        var weights = new double[FARTHEST + 1];
        Arrays.setAll(weights, gap -> Math.pow(decay, gap - 1));
        return weights;
    }

    /**
     * Adds a history, which is that of {@code history[from .. to)}, to the row of one of its courses: s_ij for that
     * course as i.
     *
     * @param weights as {@link #weights} gives them
     */
    public void add(double[] weights, int[] history, int from, int to, int course, double[] row) {
        int at = from;
        while (history[at] != course) {
            at++;
        }
        for (int k = Math.max(from, at - FARTHEST); k < at; k++) {
            row[history[k]] += reverse * weights[at - k];
        }
        for (int k = at + 1; k <= Math.min(to - 1, at + FARTHEST); k++) {
            row[history[k]] += weights[k - at];
        }
    }
}
