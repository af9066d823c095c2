package org.coursewise.recommender.dataset;

import java.util.BitSet;

/**
 * About how many different texts there were, in two megabytes, however many there are: linear counting (K.-Y. Whang et al.,
 * "A linear-time probabilistic counting algorithm for database applications", ACM TODS 15(2), 1990). With m bits of which
 * the share v is not set, n = -m ln v; within a hundredth up to a hundred million.
 */
final class DistinctCount {

    private static final int BITS = 1 << 24;

    private final BitSet seen = new BitSet(BITS);

    void add(String text) {
        seen.set((int) (IdHash.of(text, 0) & (BITS - 1)));
    }

    long estimate() {
        int free = Math.max(1, BITS - seen.cardinality());
        return Math.round(-(double) BITS * Math.log((double) free / BITS));
    }
}
