package org.coursewise.recommender.weka;

import java.util.Arrays;
import weka.core.Instances;

/**
 * The values of every attribute cut into at most 128 bins of about equally many rows: value x lies in the bin that is
 * the number of edges not above x. Trees that look at bins instead of values need no sorting.
 */
final class Bins {

    private static final int MOST = 128;
    private static final int SAMPLE = 5_000;

    private final float[][] edges;
    private final byte[][] bins;

    private Bins(float[][] edges, byte[][] bins) {
        this.edges = edges;
        this.bins = bins;
    }

    /** Bins all attributes but the class, which must be the last one. */
    static Bins of(Instances rows) {
        int attributes = rows.classIndex();
        int n = rows.numInstances();
        var values = new float[attributes][n];
        for (int r = 0; r < n; r++) {
            var row = rows.instance(r);
            for (int a = 0; a < attributes; a++) {
                values[a][r] = (float) row.value(a);
            }
        }
        var edges = new float[attributes][];
        var bins = new byte[attributes][n];
        for (int a = 0; a < attributes; a++) {
            edges[a] = edges(values[a]);
            for (int r = 0; r < n; r++) {
                bins[a][r] = (byte) bin(edges[a], values[a][r]);
            }
        }
        return new Bins(edges, bins);
    }

    int attributes() {
        return edges.length;
    }

    /** How many bins the attribute has. */
    int count(int attribute) {
        return edges[attribute].length + 1;
    }

    /** The bin of each row. */
    byte[] of(int attribute) {
        return bins[attribute];
    }

    /** The value that parts bins up to this one from those after it: rows below it lie in this bin or before. */
    float edge(int attribute, int bin) {
        return edges[attribute][bin];
    }

    private static float[] edges(float[] values) {
        int step = Math.max(1, values.length / SAMPLE);
        var sample = new float[(values.length + step - 1) / step];
        for (int k = 0; k < sample.length; k++) {
            sample[k] = values[k * step];
        }
        Arrays.sort(sample);
        var edges = new float[MOST - 1];
        int count = 0;
        for (int b = 1; b < MOST; b++) {
            float edge = sample[(int) ((long) sample.length * b / MOST)];
            if (edge > sample[0] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static int bin(float[] edges, float value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value < edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
