package org.coursewise.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;

/** What came of it. */
public final class Load {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Duration taken;
    private final long[] nanos;

    /**
     * @param taken how long it went on
     * @param nanos from each request to the end of its answer
     */
    Load(Duration taken, long[] nanos) {
        this.taken = taken;
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    public int requests() {
        return nanos.length;
    }

    public double requestsPerSecond() {
        return requests() / (taken.toNanos() / 1e9);
    }

    public double medianMilliseconds() {
        return percentile(.5);
    }

    public double p99Milliseconds() {
        return percentile(.99);
    }

    /** The nearest rank. */
    private double percentile(double part) {
        return nanos[(int) Math.ceil(part * nanos.length) - 1] / NANOS_OF_A_MILLISECOND;
    }
}
