package org.coursewise.recommender.evaluation;

/** The share of the wanted courses that stand in the first k places. */
public final class Recall implements Measure {

    @Override
    public double of(boolean[] hits, int wanted, int k) {
        int found = 0;
        for (int p = 0; p < Math.min(k, hits.length); p++) {
            found += hits[p] ? 1 : 0;
        }
        return (double) found / wanted;
    }
}
