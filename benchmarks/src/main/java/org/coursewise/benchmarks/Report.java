package org.coursewise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The figures as a table, for a terminal and, in Markdown, for a file, and as a chart beside it. */
final class Report {

    private static final String HEADER = """
            | what | ours | held against | ratio | goal | held |
            |---|---|---|---|---|---|
            """;

    private final List<Figure> figures;

    Report(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    String text() {
        var text = new StringBuilder(HEADER);
        figures.forEach(figure -> text.append(line(figure)));
        return text.toString();
    }

    /**
     * Writes the table, with a line on the machine it was made on, and the chart.
     *
     * @param name of the files, {@code name.md} and {@code name.svg}
     */
    void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), new Chart(figures).svg());
        Files.writeString(
                folder.resolve(name + ".md"),
                machine() + "\n\n" + text() + "\n![how much of each goal is reached](" + name + ".svg)\n");
    }

    private static String line(Figure figure) {
        return "| %s | %.3f %s | %.3f %s: %s | %.2f | %s | %s |%n"
                .formatted(
                        figure.what(),
                        figure.value(),
                        figure.unit(),
                        figure.reference(),
                        figure.unit(),
                        figure.referenceIs(),
                        figure.ratio(),
                        figure.goal(),
                        figure.isHeld() ? "yes" : "no");
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%d processors, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }
}
