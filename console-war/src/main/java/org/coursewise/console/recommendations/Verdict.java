package org.coursewise.console.recommendations;

import java.util.Locale;
import java.util.Map;
import org.coursewise.console.api.Json;

/** What the figures of a model say beside those of the one in service, as far as they say anything. */
enum Verdict {
    /** On the same enrolments, which neither has seen. */
    SURELY_BETTER,
    SURELY_WORSE,
    NOT_TOLD_APART,
    /** Each by its own validation alone. */
    PROBABLY_BETTER,
    PROBABLY_WORSE,
    ABOUT_EQUAL,
    UNKNOWN;

    /**
     * @param metrics of the model
     * @param served those of the one in service
     * @param servedVersion whose they are
     */
    static Verdict of(Map<String, Object> metrics, Map<String, Object> served, String servedVersion) {
        var comparison = Json.object(metrics, "comparison");
        var low = Json.number(comparison, "low");
        var high = Json.number(comparison, "high");
        if (low != null && high != null && servedVersion.equals(comparison.get("with"))) {
            if (low > 0) {
                return SURELY_BETTER;
            }
            return high < 0 ? SURELY_WORSE : NOT_TOLD_APART;
        }
        var ndcg = Json.number(metrics, "ndcg");
        var servedLow = Json.number(served, "ndcgLow");
        var servedHigh = Json.number(served, "ndcgHigh");
        if (ndcg == null || servedLow == null || servedHigh == null) {
            return UNKNOWN;
        }
        if (ndcg > servedHigh) {
            return PROBABLY_BETTER;
        }
        return ndcg < servedLow ? PROBABLY_WORSE : ABOUT_EQUAL;
    }

    /** Its words. */
    String key() {
        return "verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
