package org.coursewise.benchmarks.load;

import java.util.Arrays;

/** Numbers without boxes around them, as they come. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long each) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = each;
    }

    long[] toArray() {
        return Arrays.copyOf(nanos, count);
    }
}
