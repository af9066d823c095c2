package org.coursewise.benchmarks.training;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Processor time and memory over enrolments, both axes by powers of ten, so that what grows linearly rises by 45 degrees. */
record TrainingPlot(List<Training> trainings) {

    private static final int LEFT = 60;
    private static final int BOTTOM = 300;
    private static final int DECADE = 130;
    /** Of enrolments at the left edge: the power of ten. */
    private static final int FIRST = 4;

    private static final int DECADES = 3;
    /** Of seconds and megabytes at the bottom. */
    private static final int LOWEST = 0;

    private static final int HEIGHT_OF_DECADE = 65;
    private static final int DECADES_UP = 4;

    TrainingPlot {
        trainings = List.copyOf(trainings);
    }

    String svg() {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 350" font-family="sans-serif" font-size="12">
                <rect width="560" height="350" fill="white"/>
                """);
        for (var decade = 0; decade <= DECADES; decade++) {
            var x = LEFT + decade * DECADE;
            line(svg, x, BOTTOM, x, BOTTOM - DECADES_UP * HEIGHT_OF_DECADE);
            text(svg, x - 20, BOTTOM + 18, String.format(Locale.ROOT, "%,d", (long) Math.pow(10, FIRST + decade)));
        }
        for (var decade = 0; decade <= DECADES_UP; decade++) {
            var y = BOTTOM - decade * HEIGHT_OF_DECADE;
            line(svg, LEFT, y, LEFT + DECADES * DECADE, y);
            text(svg, 12, y + 4, String.format(Locale.ROOT, "%,d", (long) Math.pow(10, LOWEST + decade)));
        }
        text(svg, LEFT + DECADE, BOTTOM + 40, "enrolments");
        curve(svg, "#1f77b4", "seconds of processor time", 30, Training::processorSeconds);
        curve(svg, "#d62728", "MB of memory at most", 14, Training::megabytes);
        return svg.append("</svg>\n").toString();
    }

    private void curve(StringBuilder svg, String colour, String name, int nameAt, ToDoubleFunction<Training> value) {
        var points = trainings.stream()
                .map(training -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + (Math.log10(training.enrolments()) - FIRST) * DECADE,
                        BOTTOM - (Math.log10(Math.max(1, value.applyAsDouble(training))) - LOWEST) * HEIGHT_OF_DECADE))
                .collect(Collectors.joining(" "));
        svg.append(
                "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>\n".formatted(colour, points));
        for (var point : points.split(" ", -1)) {
            var xy = point.split(",", 2);
            svg.append("<circle r=\"3\" fill=\"%s\" cx=\"%s\" cy=\"%s\"/>\n".formatted(colour, xy[0], xy[1]));
        }
        svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n".formatted(LEFT, nameAt, colour, name));
    }

    private static void line(StringBuilder svg, int fromX, int fromY, int toX, int toY) {
        svg.append(
                "<line stroke=\"#ccc\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n".formatted(fromX, fromY, toX, toY));
    }

    private static void text(StringBuilder svg, int x, int y, String text) {
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, text));
    }
}
