package org.coursewise.recommender.evaluation;

/** 1 when any of the first k places is a hit. */
public final class HitRate implements Measure {

    @Override
    public double of(boolean[] hits, int wanted, int k) {
        for (int p = 0; p < Math.min(k, hits.length); p++) {
            if (hits[p]) {
                return 1;
            }
        }
        return 0;
    }
}
