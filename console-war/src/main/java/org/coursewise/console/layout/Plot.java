package org.coursewise.console.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines over time or over versions, as Chart.js draws them and as the table that says the same to who cannot see them. The
 * page's script gives the colours, which follow light and dark.
 *
 * @param name what is plotted
 * @param labels of the places along the x axis
 */
public record Plot(String name, List<String> labels, List<Line> lines) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param values one for each label; null is a gap
     */
    public record Line(String name, List<@Nullable Number> values) {}

    /** A row of the table. */
    public record Row(String label, List<@Nullable Number> values) {}

    /**
     * @param rows of an answer of the API, in the order to plot
     * @param label the field that says where a row belongs
     * @param fields which to plot, each with its name in the reader's language
     */
    public static Plot of(String name, List<Map<String, Object>> rows, String label, Map<String, String> fields) {
        return new Plot(
                name,
                rows.stream().map(row -> String.valueOf(row.get(label))).toList(),
                fields.entrySet().stream()
                        .map(field -> new Line(field.getValue(), values(rows, field.getKey())))
                        .toList());
    }

    /** The same for days, of which each from the first to the last has its place: one without a row is zero. */
    public static Plot ofDays(
            String name,
            List<Map<String, Object>> rows,
            String label,
            Map<String, String> fields,
            LocalDate first,
            LocalDate last) {
        var known = rows.stream().collect(Collectors.toMap(row -> String.valueOf(row.get(label)), row -> row));
        var days = first.datesUntil(last.plusDays(1))
                .map(LocalDate::toString)
                .map(day -> known.getOrDefault(day, nothing(label, day, fields.keySet())))
                .toList();
        return of(name, days, label, fields);
    }

    private static Map<String, Object> nothing(String label, String day, Set<String> fields) {
        var row = new HashMap<String, Object>();
        fields.forEach(field -> row.put(field, 0));
        row.put(label, day);
        return row;
    }

    private static List<@Nullable Number> values(List<Map<String, Object>> rows, String field) {
        var values = new ArrayList<@Nullable Number>();
        rows.forEach(row -> values.add(row.get(field) instanceof Number number ? number : null));
        return values;
    }

    /** Chart.js' own configuration. */
    public String json() {
        var datasets = lines.stream()
                .map(line -> Map.of("label", line.name(), "data", line.values(), "tension", 0.2, "pointRadius", 2))
                .toList();
        return JSON.writeValueAsString(Map.of(
                "type",
                "line",
                "data",
                Map.of("labels", labels, "datasets", datasets),
                "options",
                Map.of(
                        "maintainAspectRatio",
                        false,
                        "animation",
                        false,
                        "interaction",
                        Map.of("mode", "index", "intersect", false),
                        "scales",
                        Map.of(
                                "y",
                                Map.of("beginAtZero", true, "ticks", Map.of("precision", 0)),
                                "x",
                                Map.of("ticks", Map.of("maxTicksLimit", 8, "maxRotation", 0))))));
    }

    public List<Row> rows() {
        return IntStream.range(0, labels.size())
                .mapToObj(place -> {
                    var values = new ArrayList<@Nullable Number>();
                    lines.forEach(line -> values.add(line.values().get(place)));
                    return new Row(labels.get(place), values);
                })
                .toList();
    }
}
