package org.coursewise.recommender.matrix;

/**
 * Inverts a symmetric positive definite matrix in place by the blocked sweep operator (Goodnight, "A tutorial on the
 * SWEEP operator", The American Statistician 33(3), 1979). Sweeping block K of A with pivot P = A<sub>KK</sub> gives
 *
 * <pre>
 * A_KK' = -P⁻¹      A_iK' = A_iK P⁻¹      A_ij' = A_ij - A_iK P⁻¹ A_Kj
 * </pre>
 *
 * and after all blocks A' = -A⁻¹. Symmetry holds at each step, so half the matrix is enough: n³ floating-point
 * operations and n² / 2 numbers. Rows are updated in parallel; the result is the same for any number of threads.
 */
public final class SymmetricInverse {

    private static final int BLOCK = 64;
    private static final int TILE = 512;

    private SymmetricInverse() {}

    /**
     * Replaces the matrix by its inverse.
     *
     * @throws ArithmeticException when the matrix is not positive definite
     * @throws InterruptedException when training is cancelled
     */
    public static void invert(Triangle a, Workers workers) throws InterruptedException {
        int n = a.size();
        for (int from = 0; from < n; from += BLOCK) {
            sweep(a, from, Math.min(n, from + BLOCK), workers);
        }
        workers.each(n, i -> {
            double[] row = a.row(i);
            for (int j = 0; j <= i; j++) {
                row[j] = -row[j];
            }
        });
    }

    private static void sweep(Triangle a, int from, int to, Workers workers) throws InterruptedException {
        int n = a.size();
        int b = to - from;
        double[][] pivot = new double[b][b];
        for (int k = 0; k < b; k++) {
            for (int l = 0; l < b; l++) {
                pivot[k][l] = a.get(from + k, from + l);
            }
        }
        invertPivot(pivot);
        // panel[k][j] is A_jK before the sweep; it stays as it was while rows change
        double[][] panel = new double[b][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < b; k++) {
                panel[k][j] = a.get(j, from + k);
            }
        }
        workers.each(n, index -> {
            // long rows first, so that no thread is left with the longest one
            int i = n - 1 - index;
            if (i >= from && i < to) {
                return;
            }
            var times = new double[b];
            for (int k = 0; k < b; k++) {
                double factor = panel[k][i];
                for (int l = 0; l < b; l++) {
                    times[l] += factor * pivot[k][l];
                }
            }
            update(a.row(i), times, panel, i, from, to);
            for (int k = 0; k < b; k++) {
                if (i > from + k) {
                    a.row(i)[from + k] = times[k];
                } else {
                    a.row(from + k)[i] = times[k];
                }
            }
        });
        for (int k = 0; k < b; k++) {
            for (int l = 0; l <= k; l++) {
                a.row(from + k)[from + l] = -pivot[k][l];
            }
        }
    }

    /** row[j] -= Σ_k times[k] panel[k][j] for j ≤ i outside the block, eight k at a time so that rows stay in registers. */
    private static void update(double[] row, double[] times, double[][] panel, int i, int from, int to) {
        int firstEnd = Math.min(i + 1, from);
        for (int start = 0; start < firstEnd; start += TILE) {
            updateTile(row, times, panel, start, Math.min(firstEnd, start + TILE));
        }
        for (int start = to; start <= i; start += TILE) {
            updateTile(row, times, panel, start, Math.min(i + 1, start + TILE));
        }
    }

    private static void updateTile(double[] row, double[] times, double[][] panel, int start, int end) {
        int k = 0;
        for (; k + 8 <= times.length; k += 8) {
            eightAtOnce(row, times, panel, k, start, end);
        }
        for (; k < times.length; k++) {
            double factor = times[k];
            double[] p = panel[k];
            for (int j = start; j < end; j++) {
                row[j] -= factor * p[j];
            }
        }
    }

    private static void eightAtOnce(double[] row, double[] times, double[][] panel, int k, int start, int end) {
        double t0 = times[k];
        double t1 = times[k + 1];
        double t2 = times[k + 2];
        double t3 = times[k + 3];
        double t4 = times[k + 4];
        double t5 = times[k + 5];
        double t6 = times[k + 6];
        double t7 = times[k + 7];
        double[] p0 = panel[k];
        double[] p1 = panel[k + 1];
        double[] p2 = panel[k + 2];
        double[] p3 = panel[k + 3];
        double[] p4 = panel[k + 4];
        double[] p5 = panel[k + 5];
        double[] p6 = panel[k + 6];
        double[] p7 = panel[k + 7];
        for (int j = start; j < end; j++) {
            row[j] -= t0 * p0[j]
                    + t1 * p1[j]
                    + t2 * p2[j]
                    + t3 * p3[j]
                    + t4 * p4[j]
                    + t5 * p5[j]
                    + t6 * p6[j]
                    + t7 * p7[j];
        }
    }

    /** Gauss-Jordan on the small block; a positive definite matrix needs no exchange of rows. */
    private static void invertPivot(double[][] p) {
        for (int k = 0; k < p.length; k++) {
            double d = p[k][k];
            if (!(d > 0)) {
                throw new ArithmeticException("The matrix is not positive definite");
            }
            for (int i = 0; i < p.length; i++) {
                if (i == k) {
                    continue;
                }
                double factor = p[i][k] / d;
                for (int j = 0; j < p.length; j++) {
                    if (j != k) {
                        p[i][j] -= factor * p[k][j];
                    }
                }
                p[i][k] = -factor;
            }
            for (int j = 0; j < p.length; j++) {
                if (j != k) {
                    p[k][j] /= d;
                }
            }
            p[k][k] = 1 / d;
        }
    }
}
