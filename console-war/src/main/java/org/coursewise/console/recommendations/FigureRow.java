package org.coursewise.console.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Json;
import org.coursewise.console.layout.Format;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a model beside that of the one in service.
 *
 * @param name key of its name and of what it means
 * @param value as it is read, with its interval if it has one
 * @param served that of the one in service; empty when this is it
 * @param difference with its sign; empty where there is none
 * @param tone good or bad where the difference says so, else empty
 */
public record FigureRow(String name, String value, String served, String difference, String tone) {

    private static final List<String> QUALITIES =
            List.of("ndcg", "recall", "hitRate", "reciprocalRank", "coverage", "bestSourceNdcg", "rankerGain");
    private static final List<String> SIZES = List.of("learners", "courses", "enrollments");
    private static final List<String> WORDS = List.of("order", "bestSource");

    /** @param served empty when the model itself is in service */
    static List<FigureRow> of(Map<String, Object> metrics, Map<String, Object> served, Format format) {
        var rows = new ArrayList<FigureRow>();
        for (var name : QUALITIES) {
            rows.add(number(name, metrics, served, format, true));
        }
        for (var name : SIZES) {
            rows.add(number(name, metrics, served, format, false));
        }
        for (var name : WORDS) {
            rows.add(new FigureRow(name, Json.text(metrics, name), Json.text(served, name), "", ""));
        }
        return List.copyOf(rows);
    }

    private static FigureRow number(
            String name, Map<String, Object> metrics, Map<String, Object> served, Format format, boolean isQuality) {
        var mine = Json.number(metrics, name);
        var theirs = Json.number(served, name);
        var difference = mine == null || theirs == null ? 0 : mine - theirs;
        var tone = difference > 0 ? "good" : "bad";
        return new FigureRow(
                name,
                withInterval(name, metrics, mine, format),
                served.isEmpty() ? "" : withInterval(name, served, theirs, format),
                mine == null || theirs == null ? "" : signed(difference, format),
                isQuality && difference != 0 ? tone : "");
    }

    private static String withInterval(
            String name, Map<String, Object> metrics, @Nullable Double value, Format format) {
        var low = Json.number(metrics, name + "Low");
        var high = Json.number(metrics, name + "High");
        var text = format.number(value);
        return low == null || high == null
                ? text
                : text + " (" + format.number(low) + " – " + format.number(high) + ")";
    }

    private static String signed(double difference, Format format) {
        if (difference == 0) {
            return "0";
        }
        return (difference > 0 ? "+" : "−") + format.number(Math.abs(difference));
    }
}
