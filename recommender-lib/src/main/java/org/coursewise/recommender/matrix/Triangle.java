package org.coursewise.recommender.matrix;

/**
 * A symmetric n × n matrix of which the lower triangle alone is kept: half the memory, 400 MB for 10,000 courses.
 */
public final class Triangle {

    private final double[][] rows;

    public Triangle(int size) {
        rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[i + 1];
        }
    }

    public int size() {
        return rows.length;
    }

    /** Row i up to the diagonal, to be read and written. */
    public double[] row(int i) {
        return rows[i];
    }

    public double get(int i, int j) {
        return i >= j ? rows[i][j] : rows[j][i];
    }

    /** Writes the whole of row i into the array. */
    public void copyRow(int i, double[] into) {
        System.arraycopy(rows[i], 0, into, 0, i + 1);
        for (int j = i + 1; j < rows.length; j++) {
            into[j] = rows[j][i];
        }
    }

    /** A copy with something added to every entry of the diagonal. */
    public Triangle plusDiagonal(double added) {
        var copy = new Triangle(0, rows.length);
        for (int i = 0; i < rows.length; i++) {
            copy.rows[i] = rows[i].clone();
            copy.rows[i][i] += added;
        }
        return copy;
    }

    private Triangle(int ignored, int size) {
        rows = new double[size + ignored][];
    }
}
