package org.coursewise.recommender.boosting;

import java.util.Arrays;

/**
 * Cuts the values of every feature into at most {@link #MOST} bins of about equally many rows: value x lies in the bin
 * that is the number of edges not above x. Trees that look at bins instead of values need no sorting. Immutable.
 */
public final class BinEdges {

    /** A bin fits into a byte. */
    static final int MOST = 128;

    private static final int SAMPLE = 50_000;

    private final float[][] edges;

    private BinEdges(float[][] edges) {
        this.edges = edges;
    }

    /** Reads one value of a row. */
    public interface Values {
        float at(int row, int feature);
    }

    /** Finds edges by a regular sample of the rows. */
    public static BinEdges of(int rows, int features, Values values) {
        int step = Math.max(1, rows / SAMPLE);
        var edges = new float[features][];
        var sample = new float[(rows + step - 1) / step];
        for (int f = 0; f < features; f++) {
            for (int k = 0; k < sample.length; k++) {
                sample[k] = values.at(k * step, f);
            }
            Arrays.sort(sample);
            edges[f] = edges(sample);
        }
        return new BinEdges(edges);
    }

    private static float[] edges(float[] sorted) {
        var edges = new float[MOST - 1];
        int count = 0;
        for (int b = 1; b < MOST && sorted.length > 0; b++) {
            float edge = sorted[(int) ((long) sorted.length * b / MOST)];
            if (edge > sorted[0] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    public int features() {
        return edges.length;
    }

    /** How many bins the feature has. */
    int count(int feature) {
        return edges[feature].length + 1;
    }

    /** What parts the bins up to this one from those after it: values below lie in this bin or before. */
    float edge(int feature, int bin) {
        return edges[feature][bin];
    }

    byte bin(int feature, float value) {
        float[] of = edges[feature];
        int low = 0;
        int high = of.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value < of[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return (byte) low;
    }
}
