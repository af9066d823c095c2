package org.coursewise.recommender.candidates;

import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.SymmetricInverse;
import org.coursewise.recommender.matrix.Workers;

/**
 * EASE (H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019) with learners weighted by one over
 * the length of their history: B minimises Σ_u |x_u - x_u B|² / |x_u| + λ |B|² with a zero diagonal, so that with
 * G = Σ_u x_u x_uᵀ / |x_u| and P = (G + λI)⁻¹
 *
 * <pre>
 * B_ij = -P_ij / P_jj for i ≠ j,  B_ii = 0
 * </pre>
 *
 * The strongest weights of each row are kept, negative ones too. Cost: n³ operations, n² numbers for n courses.
 *
 * @param lambda the penalty, in learners
 * @param most how many weights a row keeps
 */
public record Ease(double lambda, int most) implements CandidateSource {

    @Override
    public String name() {
        return "ease";
    }

    @Override
    public SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException {
        var inverse = evidence.weightedPlus(lambda);
        SymmetricInverse.invert(inverse, workers);
        int taken = evidence.taken();
        var scale = new double[taken];
        for (int j = 0; j < taken; j++) {
            scale[j] = -1 / inverse.get(j, j);
        }
        return Rows.strongest(evidence.courseCount(), taken, most, workers, (i, row) -> {
            inverse.copyRow(i, row);
            for (int j = 0; j < taken; j++) {
                row[j] *= scale[j];
            }
        });
    }
}
