package org.coursewise.recommender.candidates;

import java.util.Arrays;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;

/** Makes a sparse matrix from dense rows that are written one at a time. */
public final class Rows {

    private Rows() {}

    /** Writes row i into an array of zeros; several threads may do so at a time. */
    public interface Writer {
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
        Arrays.fill(kept, SparseRows.Row.EMPTY);
        workers.each(taken, i -> kept[i] = strongest(i, new double[taken], most, writer));
        return SparseRows.of(kept);
    }

    /**
     * Keeps the strongest values of one row, but for the course itself.
     *
     * @param row of zeros, as long as there are columns; what was written stays in it
     */
    public static SparseRows.Row strongest(int i, double[] row, int most, Writer writer) {
        writer.write(i, row);
        row[i] = 0;
        return SparseRows.Row.strongest(row, row.length, most);
    }
}
