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
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12">
                <rect width="%1$d" height="%2$d" fill="white"/>
                """.formatted(WIDTH, height));
        for (var row = 0; row < figures.size(); row++) {
            bar(svg, figures.get(row), ROW * (row + 1));
        }
        svg.append("<line stroke=\"black\" x1=\"%1$d\" y1=\"%2$d\" x2=\"%1$d\" y2=\"%3$d\"/>\n"
                .formatted(LEFT + GOAL, ROW / 2, height - ROW / 2));
        svg.append("<text x=\"%d\" y=\"%d\">goal</text>\n".formatted(LEFT + GOAL + 4, height - ROW / 2));
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, Figure figure, int y) {
        var reached = figure.reached();
        svg.append(String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%.0f" height="%d" fill="%s"/>
                <text x="%d" y="%d" fill="white">%.0f %%</text>
                """,
                LEFT - 8,
                y + ROW / 2,
                escaped(figure.what()),
                LEFT,
                y - 4,
                GOAL * Math.min(LONGEST, reached),
                ROW - 4,
                figure.isHeld() ? HELD : NOT_HELD,
                LEFT + 4,
                y + ROW / 2,
                100 * reached));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
