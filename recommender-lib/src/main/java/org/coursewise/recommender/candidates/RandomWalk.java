package org.coursewise.recommender.candidates;

/**
 * RP³β (B. Paudel et al., "Updatable, Accurate, Diverse, and Scalable Recommendations for Interactive Applications",
 * ACM TiiS 7(1), 2017): the chance of walking from course i to one of its learners and on to course j, damped by how
 * popular j is, L_ij = g_ij / (c_i c_j^β), where g_ij counts a learner of n courses as 1 / n.
 *
 * @param beta 0 prefers popular courses, 1 rare ones
 * @param most how many links a course keeps
 */
public record RandomWalk(double beta, int most) implements RowSource {

    @Override
    public String name() {
        return "walk";
    }

    @Override
    public Rows.Writer rows(Evidence evidence) {
        int taken = evidence.taken();
        var damped = new double[taken];
        for (int j = 0; j < taken; j++) {
            damped[j] = Math.pow(Math.max(1, evidence.count(j)), -beta);
        }
        return (i, row) -> {
            evidence.weighted(i, row);
            double share = 1.0 / Math.max(1, evidence.count(i));
            for (int j = 0; j < taken; j++) {
                row[j] *= share * damped[j];
            }
        };
    }
}
