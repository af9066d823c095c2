package org.coursewise.recommender.candidates;

/**
 * Item-based neighbours by cosine (G. Linden et al., "Amazon.com Recommendations", IEEE Internet Computing 7(1), 2003):
 * L_ij = c_ij / √(c_i c_j), where c_ij learners took both courses and c_i the one.
 *
 * @param most how many neighbours a course keeps
 */
public record Neighbors(int most) implements RowSource {

    @Override
    public String name() {
        return "neighbors";
    }

    @Override
    public Rows.Writer rows(Evidence evidence) {
        int taken = evidence.taken();
        return (i, row) -> {
            evidence.together(i, row);
            for (int j = 0; j < taken; j++) {
                if (row[j] != 0) {
                    row[j] /= Math.sqrt((double) evidence.count(i) * evidence.count(j));
                }
            }
        };
    }
}
