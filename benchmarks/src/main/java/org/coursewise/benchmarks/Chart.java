package org.coursewise.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * How much of each goal is reached, as bars: more is better in all of them, and what ends left of the line is not held. A goal that
 * is reached many times over has a bar as long as the chart.
 */
final class Chart {

    private static final int WIDTH = 900;
    private static final int LEFT = 400;
    private static final int ROW = 22;
    private static final int GOAL = 150;
    private static final double LONGEST = 2.6;
    private static final String HELD = "#2ca02c";
    private static final String NOT_HELD = "#d62728";

    private final List<Figure> figures;

    /** @param figures those without a goal are left out */
    Chart(List<Figure> figures) {
        this.figures = figures.stream()
                .filter(figure -> !figure.goal().equals(Goal.none()))
                .toList();
    }

    String svg() {
        var height = ROW * (figures.size() + 2);
        var svg = new Svg(WIDTH, height);
        for (var row = 0; row < figures.size(); row++) {
            bar(svg, figures.get(row), ROW * (row + 1));
        }
        svg.line(LEFT + GOAL, ROW / 2, LEFT + GOAL, height - ROW / 2, "black");
        svg.text(LEFT + GOAL + 4, height - ROW / 2, "black", "goal");
        return svg.whole();
    }

    private static void bar(Svg svg, Figure figure, int y) {
        var reached = figure.reached();
        svg.textBefore(LEFT - 8, y + ROW / 2, "black", figure.what());
        var width = Math.round(GOAL * Math.min(LONGEST, reached));
        svg.rectangle(LEFT, y - 4, width, ROW - 4, figure.isHeld() ? HELD : NOT_HELD);
        svg.text(LEFT + 4, y + ROW / 2, "white", String.format(Locale.ROOT, "%.0f %%", 100 * reached));
    }
}
