package org.coursewise.recommender.candidates;

import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/**
 * Item-based neighbours by cosine (G. Linden et al., "Amazon.com Recommendations", IEEE Internet Computing 7(1), 2003):
 * L_ij = c_ij / √(c_i c_j), where c_ij learners took both courses and c_i the one.
 *
 * @param most how many neighbours a course keeps
 */
public record Neighbors(int most) implements CandidateSource {

    @Override
    public String name() {
        return "neighbors";
    }

    @Override
    public SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException {
        int taken = evidence.taken();
        return Rows.strongest(evidence.histories().courseCount(), taken, most, workers, (i, row) -> {
            evidence.together(i, row);
            for (int j = 0; j < taken; j++) {
                if (row[j] != 0) {
                    row[j] /= Math.sqrt((double) evidence.count(i) * evidence.count(j));
                }
            }
        });
    }
}
