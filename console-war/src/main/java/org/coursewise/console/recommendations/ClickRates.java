package org.coursewise.console.recommendations;

/**
 * Click rates of two models beside each other.
 *
 * @param difference of the first one's to the second one's
 * @param low,high between which it lies with 95 %, as for draws that do not depend on each other
 */
public record ClickRates(double difference, double low, double high) {

    private static final double Z = 1.96;
    private static final long FEWEST = 100;

    /** What it says. */
    public enum Outcome {
        TOO_FEW,
        NOT_TOLD_APART,
        BETTER,
        WORSE
    }

    /**
     * @param clicks,impressions of the one
     * @param otherClicks,otherImpressions of the other
     */
    static ClickRates of(long clicks, long impressions, long otherClicks, long otherImpressions) {
        if (Math.min(impressions, otherImpressions) < FEWEST) {
            return new ClickRates(Double.NaN, Double.NaN, Double.NaN);
        }
        var rate = (double) clicks / impressions;
        var other = (double) otherClicks / otherImpressions;
        var margin = Z * Math.sqrt(rate * (1 - rate) / impressions + other * (1 - other) / otherImpressions);
        return new ClickRates(rate - other, rate - other - margin, rate - other + margin);
    }

    public Outcome outcome() {
        if (Double.isNaN(difference)) {
            return Outcome.TOO_FEW;
        }
        if (low > 0) {
            return Outcome.BETTER;
        }
        return high < 0 ? Outcome.WORSE : Outcome.NOT_TOLD_APART;
    }
}
