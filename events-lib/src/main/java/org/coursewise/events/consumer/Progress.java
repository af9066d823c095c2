package org.coursewise.events.consumer;

import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * How far one partition is handled: everything before the first record that is still in hand. Records may be finished
 * in any order, and offsets may have gaps, as compaction leaves them.
 */
final class Progress {

    private static final long NONE = -1;

    private final TreeSet<Long> inHand = new TreeSet<>();
    private long next = NONE;
    private long committed = NONE;

    synchronized void begun(long offset) {
        if (next == NONE) {
            // this is where the reader before left off
            committed = offset;
        }
        inHand.add(offset);
        next = offset + 1;
    }

    synchronized void done(long offset) {
        inHand.remove(offset);
    }

    synchronized void committed(long offset) {
        committed = Math.max(committed, offset);
    }

    /** Where a reader should begin that comes after this one, if that is news. */
    synchronized OptionalLong toCommit() {
        var offset = inHand.isEmpty() ? next : inHand.first();
        return offset > committed ? OptionalLong.of(offset) : OptionalLong.empty();
    }
}
