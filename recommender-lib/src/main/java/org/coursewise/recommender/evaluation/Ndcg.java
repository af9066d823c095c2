package org.coursewise.recommender.evaluation;

/**
 * Normalised discounted cumulative gain (K. Järvelin and J. Kekäläinen, ACM TOIS 20(4), 2002) with gain 1 for a course
 * taken: Σ_p hit_p / log₂(p + 1) over places p = 1 … k, divided by what a perfect list gives, one with min(k, wanted)
 * hits at its top.
 */
public final class Ndcg implements Measure {

    @Override
    public double of(boolean[] hits, int wanted, int k) {
        double gain = 0;
        for (int p = 0; p < Math.min(k, hits.length); p++) {
            gain += hits[p] ? discount(p) : 0;
        }
        double ideal = 0;
        for (int p = 0; p < Math.min(k, wanted); p++) {
            ideal += discount(p);
        }
        return gain / ideal;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
