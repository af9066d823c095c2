package org.coursewise.recommender.evaluation;

/** One over the place of the first hit among the first k, 0 without one. */
public final class ReciprocalRank implements Measure {

    @Override
    public double of(boolean[] hits, int wanted, int k) {
        for (int p = 0; p < Math.min(k, hits.length); p++) {
            if (hits[p]) {
                return 1.0 / (p + 1);
            }
        }
        return 0;
    }
}
