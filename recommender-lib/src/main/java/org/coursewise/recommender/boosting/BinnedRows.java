package org.coursewise.recommender.boosting;

import java.util.Arrays;

/**
 * Many rows to learn from: the bin of every feature, one byte each, row after row, and whether the candidate was taken.
 * The rows of one learner are a group. Not for use by several threads while it grows.
 */
public final class BinnedRows {

    private final BinEdges edges;
    private byte[] bins = new byte[0];
    private boolean[] taken = new boolean[0];
    private int[] groups = new int[1];
    private int size;
    private int groupCount;

    public BinnedRows(BinEdges edges) {
        this.edges = edges;
    }

    /** Makes room for so many rows at once. */
    public void reserve(int rows) {
        if (rows > taken.length) {
            bins = Arrays.copyOf(bins, Math.multiplyExact(rows, width()));
            taken = Arrays.copyOf(taken, rows);
        }
    }

    /** Adds a row that stands at a place among many. */
    public void add(float[] from, int row, boolean isTaken) {
        if (size == taken.length) {
            reserve(Math.max(1024, size + size / 2));
        }
        int width = width();
        for (int f = 0; f < width; f++) {
            bins[size * width + f] = edges.bin(f, from[row * width + f]);
        }
        taken[size++] = isTaken;
    }

    /** Ends a group: the rows that were added since the last one. */
    public void endGroup() {
        if (++groupCount == groups.length) {
            groups = Arrays.copyOf(groups, groupCount * 2);
        }
        groups[groupCount] = size;
    }

    /** Adds all groups of another with the same edges. */
    public void addAll(BinnedRows other) {
        if (size + other.size > taken.length) {
            reserve(Math.max(size + other.size, size + size / 4));
        }
        System.arraycopy(other.bins, 0, bins, size * width(), other.size * width());
        System.arraycopy(other.taken, 0, taken, size, other.size);
        int base = size;
        for (int g = 1; g <= other.groupCount; g++) {
            size = base + other.groups[g];
            endGroup();
        }
        size = base + other.size;
    }

    public BinEdges edges() {
        return edges;
    }

    public int size() {
        return size;
    }

    public int width() {
        return edges.features();
    }

    public int positives() {
        int positives = 0;
        for (int r = 0; r < size; r++) {
            positives += taken[r] ? 1 : 0;
        }
        return positives;
    }

    int groups() {
        return groupCount;
    }

    /** The first row of a group; that of the group after the last is the number of rows. */
    int start(int group) {
        return groups[group];
    }

    byte[] bins() {
        return bins;
    }

    boolean taken(int row) {
        return taken[row];
    }
}
