package org.coursewise.recommender.dataset;

/** Spreads ids evenly, whatever they look like, each time in the same way. */
public final class IdHash {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private IdHash() {}

    /** From 0 up: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), mixed as SplittableRandom mixes (D. Stafford's variant 13). */
    public static long of(String id, long seed) {
        long hash = FNV_OFFSET ^ mixed(seed);
        for (int k = 0; k < id.length(); k++) {
            hash = (hash ^ id.charAt(k)) * FNV_PRIME;
        }
        return mixed(hash) >>> 1;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
