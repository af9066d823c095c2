package org.coursewise.worker;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model that was just trained serves by itself, and why.
 *
 * @param reason in a sentence, for whoever wonders
 */
record Promotion(boolean isDue, String reason) {

    private static final int PLACES = 10;

    /** The model that serves when another was trained. */
    record Served(String version, ModelMetrics metrics) {}

    /**
     * A model takes the place of the one in service unless it is surely worse, on the same enrolments. Where there are too few
     * that both did not see, but they were trained on about the same, their own validations are on about the same, too. Else the
     * figures are of different questions, and the model that knows the present serves.
     *
     * @param lists that its coverage was measured on
     * @param floor its coverage is not to be below, where so many lists can show so many courses
     */
    static Promotion decide(ModelMetrics model, int lists, @Nullable Served served, double floor) {
        if (served == null) {
            return new Promotion(true, "No model was in service");
        }
        var before = served.metrics();
        var needed = floor * Math.min(1, (double) PLACES * lists / Math.max(1, model.courses()));
        if (model.coverage() < needed) {
            return new Promotion(
                    false, text("Its coverage@10 is %.4f and would have to be %.4f", model.coverage(), needed));
        }
        var comparison = model.comparison();
        if (comparison != null) {
            return new Promotion(
                    comparison.high() >= 0,
                    text(
                            "On the newer enrolments of %d learners its NDCG@10 is %.4f, that of %s %.4f; the difference lies"
                                    + " between %.4f and %.4f",
                            comparison.learners(),
                            comparison.ndcg(),
                            comparison.with(),
                            comparison.otherNdcg(),
                            comparison.low(),
                            comparison.high()));
        }
        if (!model.isComparableWith(before)) {
            return new Promotion(
                    true, "It knows the present: enrolments or courses of " + served.version() + " are others");
        }
        return new Promotion(
                model.ndcg() >= before.ndcgLow(),
                text(
                        "In validation its NDCG@10 is %.4f, that of %s %.4f, at least %.4f",
                        model.ndcg(), served.version(), before.ndcg(), before.ndcgLow()));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
