package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.dataset.Histories;
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
public record Sequences(double decay, double reverse, int most) implements CandidateSource {

    private static final int FARTHEST = 20;

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException {
        var histories = evidence.histories();
        if (!histories.timed()) {
            return SparseRows.empty(histories.courseCount());
        }
        int[][] takers = histories.takers();
        var weights = new double[FARTHEST + 1];
        Arrays.setAll(weights, gap -> Math.pow(decay, gap - 1));
        return Rows.strongest(histories.courseCount(), evidence.taken(), most, workers, (i, row) -> {
            for (int u : takers[i]) {
                addLinks(histories, u, i, weights, row);
            }
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    row[j] /= Math.sqrt((double) evidence.count(i) * evidence.count(j));
                }
            }
        });
    }

    private void addLinks(Histories histories, int learner, int course, double[] weights, double[] row) {
        int length = histories.length(learner);
        int at = 0;
        while (histories.course(learner, at) != course) {
            at++;
        }
        for (int k = Math.max(0, at - FARTHEST); k < at; k++) {
            row[histories.course(learner, k)] += reverse * weights[at - k];
        }
        for (int k = at + 1; k <= Math.min(length - 1, at + FARTHEST); k++) {
            row[histories.course(learner, k)] += weights[k - at];
        }
    }
}
