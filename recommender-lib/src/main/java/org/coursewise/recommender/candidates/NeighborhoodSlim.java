package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Top;
import org.coursewise.recommender.matrix.Workers;

/**
 * SLIM on nearest neighbours (X. Ning and G. Karypis, "SLIM: Sparse Linear Methods for Top-N Recommender Systems", ICDM
 * 2011): what {@link Ease} does where its matrix would be too large. Each course j is foreseen by a ridge regression on
 * the courses N that are most often taken together with it, by cosine in the weighted matrix G,
 *
 * <pre>
 * b_j = (G_NN + λI)⁻¹ G_Nj
 * </pre>
 *
 * with a Cholesky decomposition for each course. Cost: |N|³ / 3 operations a course; memory grows with the number of
 * courses, not with its square.
 *
 * @param lambda the penalty, in learners
 * @param most how many neighbours a course has
 */
public record NeighborhoodSlim(double lambda, int most) implements CandidateSource {

    private static final int KEPT = 400;

    @Override
    public String name() {
        return "slim";
    }

    /** The courses among which each has its neighbours. */
    public static WeightedLinks nearest() {
        return new WeightedLinks(KEPT);
    }

    @Override
    public SparseRows fit(Evidence evidence, Workers workers) throws InterruptedException {
        int taken = evidence.taken();
        int courses = evidence.courseCount();
        var weighted = evidence.links(nearest(), workers);
        var weights = new double[taken];
        for (int c = 0; c < taken; c++) {
            weights[c] = evidence.weight(c);
        }
        // regressions give columns of the links; rows are asked for
        var columns = new SparseRows.Row[courses];
        Arrays.fill(columns, SparseRows.Row.EMPTY);
        workers.each(taken, j -> {
            int[] near = nearest(weighted, weights, j);
            double[] solved = solve(weighted, weights, near, j);
            var column = new double[taken];
            for (int k = 0; k < near.length; k++) {
                column[near[k]] = solved[k];
            }
            columns[j] = SparseRows.Row.strongest(column, taken, most);
        });
        return SparseRows.of(columns).transposed();
    }

    private int[] nearest(SparseRows weighted, double[] weights, int j) {
        var top = new Top(most);
        for (int k = weighted.starts()[j]; k < weighted.starts()[j + 1]; k++) {
            int i = weighted.columns()[k];
            top.offer(i, weighted.values()[k] / Math.sqrt(weights[i] * weights[j]));
        }
        int[] near = top.items();
        Arrays.sort(near);
        return near;
    }

    private double[] solve(SparseRows weighted, double[] weights, int[] near, int j) {
        int n = near.length;
        var a = new double[n][];
        var b = new double[n];
        for (int r = 0; r < n; r++) {
            a[r] = new double[r + 1];
            for (int c = 0; c < r; c++) {
                // either row may have dropped what the other kept
                a[r][c] = Math.max(weighted.get(near[r], near[c]), weighted.get(near[c], near[r]));
            }
            // rows that were cut short may leave a matrix that is not quite positive definite
            a[r][r] = weights[near[r]] * (1 + 1e-9) + lambda;
            b[r] = weighted.get(j, near[r]);
        }
        return cholesky(a, b) ? b : new double[n];
    }

    /** Solves in place; false when the matrix is not positive definite. */
    private static boolean cholesky(double[][] a, double[] b) {
        int n = b.length;
        for (int r = 0; r < n; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = a[r][c];
                for (int k = 0; k < c; k++) {
                    sum -= a[r][k] * a[c][k];
                }
                if (r == c) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    a[r][r] = Math.sqrt(sum);
                } else {
                    a[r][c] = sum / a[c][c];
                }
            }
        }
        for (int r = 0; r < n; r++) {
            for (int k = 0; k < r; k++) {
                b[r] -= a[r][k] * b[k];
            }
            b[r] /= a[r][r];
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int k = r + 1; k < n; k++) {
                b[r] -= a[k][r] * b[k];
            }
            b[r] /= a[r][r];
        }
        return true;
    }
}
