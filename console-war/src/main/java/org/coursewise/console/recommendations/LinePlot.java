package org.coursewise.console.recommendations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plot as Chart.js reads it, where {@link org.coursewise.console.layout.Plot} says too little: points with the interval that
 * each lies in, and shares on a scale of their own. Colours are named as in colours.css; plots.js puts in what they are.
 */
final class LinePlot {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> labels;
    private final Locale language;
    private final List<Map<String, Object>> sets = new ArrayList<>();

    LinePlot(List<String> labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    LinePlot line(String name, List<? extends @Nullable Number> values, String colour) {
        var set = set("line", name, values, colour);
        set.put("tension", 0);
        set.put("pointRadius", labels.size() > 60 ? 0 : 4);
        set.put("order", 0);
        set.put("clip", false);
        return with(set);
    }

    /** A line that has its own scale, at the right. */
    LinePlot lineOfShare(String name, List<? extends @Nullable Number> values, String colour) {
        line(name, values, colour);
        sets.get(sets.size() - 1).put("yAxisID", "share");
        return this;
    }

    /** A bar from low to high at each label. */
    LinePlot intervals(String name, List<? extends @Nullable List<Double>> bounds, String colour) {
        var set = set("bar", name, bounds, colour);
        set.put("barThickness", 8);
        set.put("borderSkipped", false);
        set.put("borderRadius", 4);
        set.put("order", 1);
        return with(set);
    }

    /** With a scale that begins with zero, as that of counts does. */
    String fromZero() {
        return json(Map.of("beginAtZero", true, "grace", "5%"));
    }

    /** With the scale of shares. */
    String ofShares() {
        return json(
                Map.of("min", 0, "max", 1, "ticks", Map.of("stepSize", 0.25, "format", Map.of("style", "percent"))));
    }

    /** With a scale that shows small differences. */
    String near() {
        return json(Map.of("beginAtZero", false, "grace", "5%"));
    }

    private String json(Map<String, Object> scale) {
        var scales = new LinkedHashMap<String, Object>();
        scales.put("x", Map.of("grid", Map.of("display", false)));
        scales.put("y", scale);
        if (sets.stream().anyMatch(set -> set.containsKey("yAxisID"))) {
            scales.put(
                    "share",
                    Map.of(
                            "position",
                            "right",
                            "beginAtZero",
                            true,
                            "ticks",
                            Map.of("format", Map.of("style", "percent", "maximumFractionDigits", 1)),
                            "grid",
                            Map.of("drawOnChartArea", false)));
        }
        var options = Map.of(
                "locale",
                language.toLanguageTag(),
                "animation",
                false,
                "responsive",
                true,
                "maintainAspectRatio",
                false,
                "interaction",
                Map.of("mode", "index", "intersect", false),
                "scales",
                scales);
        return JSON.writeValueAsString(
                Map.of("type", "bar", "data", Map.of("labels", labels, "datasets", sets), "options", options));
    }

    private LinePlot with(Map<String, Object> set) {
        sets.add(set);
        return this;
    }

    private static Map<String, Object> set(String type, String name, List<?> values, String colour) {
        var set = new LinkedHashMap<String, Object>();
        set.put("type", type);
        set.put("label", name);
        set.put("data", values);
        set.put("ink", "--" + colour);
        return set;
    }
}
