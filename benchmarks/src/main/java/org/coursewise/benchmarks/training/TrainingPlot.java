package org.coursewise.benchmarks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.coursewise.benchmarks.Svg;

/**
 * Processor time and memory over enrolments, both axes by powers of ten, so that what grows linearly rises by 45 degrees.
 *
 * @param first the power of ten of enrolments at the left edge
 */
record TrainingPlot(int first, List<Curve> curves) {

    private static final int LEFT = 60;
    private static final int BOTTOM = 300;
    private static final int DECADE = 130;
    private static final int DECADES = 3;
    /** Of seconds and megabytes at the bottom. */
    private static final int LOWEST = 0;

    private static final int HEIGHT_OF_DECADE = 65;
    private static final int DECADES_UP = 4;
    private static final String GRID = "#ccc";
    private static final String BLACK = "black";
    private static final int NAMES = 14;
    private static final int NAME_HEIGHT = 16;

    TrainingPlot {
        curves = List.copyOf(curves);
    }

    /**
     * A line of the plot.
     *
     * @param dashes of the line, as SVG has them; none for a whole one
     */
    record Curve(
            String name, String colour, String dashes, List<Training> trainings, ToDoubleFunction<Training> value) {

        Curve {
            trainings = List.copyOf(trainings);
        }
    }

    /** Of one way, from ten thousand enrolments on. */
    static TrainingPlot of(List<Training> trainings) {
        return new TrainingPlot(4, curves("", "none", trainings));
    }

    /** Of both ways, from a hundred thousand enrolments on. */
    static TrainingPlot ofBoth(List<Training> inMemory, List<Training> onSpark) {
        var both = new ArrayList<>(curves(", in memory", "none", inMemory));
        both.addAll(curves(", Spark", "6 4", onSpark));
        return new TrainingPlot(5, both);
    }

    private static List<Curve> curves(String way, String dashes, List<Training> trainings) {
        return List.of(
                new Curve("MB of memory at most" + way, "#d62728", dashes, trainings, Training::megabytes),
                new Curve("seconds of processor time" + way, "#1f77b4", dashes, trainings, Training::processorSeconds));
    }

    String svg() {
        var svg = new Svg(560, 350);
        for (var decade = 0; decade <= DECADES; decade++) {
            var x = LEFT + decade * DECADE;
            svg.line(x, BOTTOM, x, BOTTOM - DECADES_UP * HEIGHT_OF_DECADE, GRID);
            svg.text(x - 20, BOTTOM + 18, BLACK, power(first + decade));
        }
        for (var decade = 0; decade <= DECADES_UP; decade++) {
            var y = BOTTOM - decade * HEIGHT_OF_DECADE;
            svg.line(LEFT, y, LEFT + DECADES * DECADE, y, GRID);
            svg.text(12, y + 4, BLACK, power(LOWEST + decade));
        }
        svg.text(LEFT + DECADE, BOTTOM + 40, BLACK, "enrolments");
        for (var place = 0; place < curves.size(); place++) {
            var curve = curves.get(place);
            // two columns of names above
            svg.text(LEFT + place / 2 * 2 * DECADE, NAMES + place % 2 * NAME_HEIGHT, curve.colour(), curve.name());
            draw(svg, curve);
        }
        return svg.whole();
    }

    private static String power(int exponent) {
        return String.format(Locale.ROOT, "%,d", (long) Math.pow(10, exponent));
    }

    private void draw(Svg svg, Curve curve) {
        var points = curve.trainings().stream()
                .map(training -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + (Math.log10(training.enrolments()) - first) * DECADE,
                        BOTTOM
                                - (Math.log10(Math.max(1, curve.value().applyAsDouble(training))) - LOWEST)
                                        * HEIGHT_OF_DECADE))
                .toList();
        svg.add("<polyline fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"%s\" stroke=\"%s\" points=\"%s\"/>"
                .formatted(curve.dashes(), curve.colour(), String.join(" ", points)));
        for (var point : points) {
            var xy = point.split(",", 2);
            svg.add("<circle r=\"3\" fill=\"%s\" cx=\"%s\" cy=\"%s\"/>".formatted(curve.colour(), xy[0], xy[1]));
        }
    }
}
