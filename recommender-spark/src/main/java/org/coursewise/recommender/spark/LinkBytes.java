package org.coursewise.recommender.spark;

import java.nio.ByteBuffer;
import org.coursewise.recommender.matrix.SparseRows;

/**
 * The links of a course as bytes, from a task to the driver: all columns, all values, and where they were counted, how many
 * learners took both courses of each link.
 */
final class LinkBytes {

    private LinkBytes() {}

    static byte[] of(SparseRows.Row links) {
        var bytes = new byte[links.columns().length * (Integer.BYTES + Float.BYTES)];
        write(links, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** @param together how many learners took the course and each other */
    static byte[] counted(SparseRows.Row links, double[] together) {
        var bytes = new byte[links.columns().length * (2 * Integer.BYTES + Float.BYTES)];
        var buffer = ByteBuffer.wrap(bytes);
        write(links, buffer);
        for (int column : links.columns()) {
            buffer.putInt((int) together[column]);
        }
        return bytes;
    }

    private static void write(SparseRows.Row links, ByteBuffer buffer) {
        for (int column : links.columns()) {
            buffer.putInt(column);
        }
        for (float value : links.values()) {
            buffer.putFloat(value);
        }
    }

    static SparseRows.Row read(ByteBuffer bytes, boolean counted) {
        int links = bytes.remaining() / (Integer.BYTES + Float.BYTES + (counted ? Integer.BYTES : 0));
        var columns = new int[links];
        var values = new float[links];
        bytes.asIntBuffer().get(columns);
        bytes.slice(links * Integer.BYTES, links * Float.BYTES).asFloatBuffer().get(values);
        return new SparseRows.Row(columns, values);
    }

    /** Puts how many learners took both courses of each counted link at its place in a row. */
    static void readCounts(ByteBuffer bytes, double[] row) {
        int[] columns = read(bytes, true).columns();
        int counts = columns.length * (Integer.BYTES + Float.BYTES);
        for (int k = 0; k < columns.length; k++) {
            row[columns[k]] = bytes.getInt(counts + k * Integer.BYTES);
        }
    }
}
