package org.coursewise.recommender.matrix;

/**
 * A symmetric n × n matrix of which the lower triangle alone is kept: half the memory, 400 MB for 10,000 courses.
 */
public final class Triangle {

    private final double[][] rows;

    public Triangle(int size) {
        this(new double[size][]);
        for (int i = 0; i < size; i++) {
            rows[i] = new double[i + 1];
        }
    }

    private Triangle(double[][] rows) {
        this.rows = rows;
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
        var copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
            copy[i][i] += added;
        }
        return new Triangle(copy);
    }
}
