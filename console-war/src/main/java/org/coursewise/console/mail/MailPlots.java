package org.coursewise.console.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Mails by day as Chart.js draws them. The colours are told apart on light and on dark pages. */
final class MailPlots {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GREY = "#848d97";
    private static final String LINES = "rgba(128, 138, 148, 0.25)";
    private static final int PER_CENT = 100;

    private record Series(String status, String colour, ToDoubleFunction<MailFigures> count) {}

    private static final List<Series> SERIES = List.of(
            new Series("sent", "#3b8f5a", MailFigures::sent),
            new Series("deferred", "#d9a21b", MailFigures::deferred),
            new Series("bounced", "#d0453b", MailFigures::bounced),
            new Series("failed", "#9a4fb5", MailFigures::failed),
            new Series("suppressed", "#7b8794", MailFigures::suppressed));

    private MailPlots() {}

    /** @param words what a state is called */
    static String states(List<MailFigures> days, UnaryOperator<String> words) {
        var sets = new ArrayList<Map<String, Object>>();
        for (var series : SERIES) {
            sets.add(Map.of(
                    "label",
                    words.apply(series.status()),
                    "backgroundColor",
                    series.colour(),
                    "data",
                    days.stream().map(day -> series.count().applyAsDouble(day)).toList()));
        }
        return plot("bar", days, sets, true, true);
    }

    static String bounces(List<MailFigures> days, String label) {
        var line = Map.<String, Object>of(
                "label",
                label,
                "borderColor",
                "#d0453b",
                "backgroundColor",
                "#d0453b",
                "data",
                days.stream().map(day -> PER_CENT * day.bounceShare()).toList());
        return plot("line", days, List.of(line), false, false);
    }

    private static String plot(
            String type, List<MailFigures> days, List<Map<String, Object>> sets, boolean stacked, boolean whole) {
        var ticks = whole ? Map.of("color", GREY, "precision", 0) : Map.of("color", GREY);
        var grid = Map.of("color", LINES);
        return JSON.writeValueAsString(Map.of(
                "type",
                type,
                "data",
                Map.of("labels", days.stream().map(MailFigures::key).toList(), "datasets", sets),
                "options",
                Map.of(
                        "responsive",
                        true,
                        "maintainAspectRatio",
                        false,
                        "animation",
                        false,
                        "scales",
                        Map.of(
                                "x",
                                Map.of("stacked", stacked, "ticks", Map.of("color", GREY), "grid", grid),
                                "y",
                                Map.of("stacked", stacked, "beginAtZero", true, "ticks", ticks, "grid", grid)),
                        "plugins",
                        Map.of("legend", Map.of("position", "bottom", "labels", Map.of("color", GREY))))));
    }
}
