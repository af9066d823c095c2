package org.coursewise.recommender.matrix;

import java.util.Arrays;

/**
 * A square sparse matrix kept by rows: row r holds the columns {@code columns[starts[r] .. starts[r + 1])}, ascending,
 * and their values. Immutable as long as nobody writes to the arrays it shows, which are shown for speed.
 */
public final class SparseRows {

    private final int[] starts;
    private final int[] columns;
    private final float[] values;

    /**
     * Takes the arrays as they are.
     *
     * @param starts one entry a row and one more, from 0 to the number of values, ascending
     * @throws IllegalArgumentException when the arrays do not fit together
     */
    public SparseRows(int[] starts, int[] columns, float[] values) {
        if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != columns.length) {
            throw new IllegalArgumentException("The rows do not cover the columns");
        }
        if (columns.length != values.length) {
            throw new IllegalArgumentException("There are not as many values as columns");
        }
        for (int row = 0; row + 1 < starts.length; row++) {
            int last = -1;
            if (starts[row + 1] < starts[row] || starts[row + 1] > columns.length) {
                throw new IllegalArgumentException("Row " + row + " ends before it begins");
            }
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                if (columns[k] <= last || columns[k] >= starts.length - 1) {
                    throw new IllegalArgumentException("Row " + row + " has a column out of order or out of range");
                }
                last = columns[k];
            }
        }
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    /** A matrix without a single value. */
    public static SparseRows empty(int rows) {
        return new SparseRows(new int[rows + 1], new int[0], new float[0]);
    }

    /** Puts rows together that were made one by one. */
    public static SparseRows of(Row[] rows) {
        var starts = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            starts[r + 1] = starts[r] + rows[r].columns.length;
        }
        var columns = new int[starts[rows.length]];
        var values = new float[columns.length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r].columns, 0, columns, starts[r], rows[r].columns.length);
            System.arraycopy(rows[r].values, 0, values, starts[r], rows[r].values.length);
        }
        return new SparseRows(starts, columns, values);
    }

    /** Rows as columns and columns as rows. */
    public SparseRows transposed() {
        int n = rows();
        var counts = new int[n + 1];
        for (int column : columns) {
            counts[column + 1]++;
        }
        for (int r = 0; r < n; r++) {
            counts[r + 1] += counts[r];
        }
        int[] next = Arrays.copyOf(counts, n);
        var newColumns = new int[columns.length];
        var newValues = new float[columns.length];
        for (int r = 0; r < n; r++) {
            for (int k = starts[r]; k < starts[r + 1]; k++) {
                int at = next[columns[k]]++;
                newColumns[at] = r;
                newValues[at] = values[k];
            }
        }
        return new SparseRows(counts, newColumns, newValues);
    }

    public int rows() {
        return starts.length - 1;
    }

    public int[] starts() {
        return starts;
    }

    public int[] columns() {
        return columns;
    }

    public float[] values() {
        return values;
    }

    public boolean isEmpty() {
        return columns.length == 0;
    }

    /** The value at a row and column, 0 where none is kept. Cost: the logarithm of the row's length. */
    public float get(int row, int column) {
        int at = Arrays.binarySearch(columns, starts[row], starts[row + 1], column);
        return at < 0 ? 0 : values[at];
    }

    /** One row: ascending columns and their values. */
    public static final class Row {

        /** A row without a value. */
        public static final Row EMPTY = new Row(new int[0], new float[0]);

        private final int[] columns;
        private final float[] values;

        /**
         * Takes the arrays as they are.
         *
         * @param columns ascending
         */
        public Row(int[] columns, float[] values) {
            this.columns = columns;
            this.values = values;
        }

        public int[] columns() {
            return columns;
        }

        public float[] values() {
            return values;
        }

        /**
         * Keeps the values of a dense row that are furthest from zero.
         *
         * @param dense the row; what is 0 is left out
         * @param length how many of its first entries count
         * @param most how many may stay
         */
        public static Row strongest(double[] dense, int length, int most) {
            var heap = new Top(most);
            for (int j = 0; j < length; j++) {
                if (dense[j] != 0) {
                    heap.offer(j, Math.abs(dense[j]));
                }
            }
            int[] columns = heap.items();
            Arrays.sort(columns);
            var values = new float[columns.length];
            for (int k = 0; k < columns.length; k++) {
                values[k] = (float) dense[columns[k]];
            }
            return new Row(columns, values);
        }
    }
}
