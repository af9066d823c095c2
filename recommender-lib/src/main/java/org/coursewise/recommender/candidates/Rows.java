package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/** Makes a sparse matrix from dense rows that are written one at a time. */
final class Rows {

    private Rows() {}

    /** Writes row i into an array of zeros. */
    interface Writer {
        void write(int i, double[] row);
    }

    /**
     * Keeps the strongest values of each row.
     *
     * @param taken rows and columns from here on stay empty
     */
    static SparseRows strongest(int rows, int taken, int most, Workers workers, Writer writer)
            throws InterruptedException {
        var kept = new SparseRows.Row[rows];
        Arrays.fill(kept, SparseRows.Row.strongest(new double[0], 0, 0));
        workers.each(taken, i -> {
            var row = new double[taken];
            writer.write(i, row);
            row[i] = 0;
            kept[i] = SparseRows.Row.strongest(row, taken, most);
        });
        return SparseRows.of(kept);
    }
}
