package org.coursewise.benchmarks.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link ScoringBenchmark} by JMH, in a process of its own. */
public final class ScoringCosts {

    private ScoringCosts() {}

    /** Prints as JMH does, and writes a table. */
    public static void measure(Path results) throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .include(ScoringBenchmark.class.getSimpleName())
                .shouldFailOnError(true)
                .build();
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d processors, Java %s%n%n| what | microseconds | 99.9 %% interval, ± |%n|---|---|---|%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version()));
        for (var run : new Runner(options).run()) {
            var result = run.getPrimaryResult();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f |%n",
                    result.getLabel(),
                    result.getScore(),
                    result.getScoreError()));
        }
        Files.createDirectories(results);
        Files.writeString(results.resolve("scoring.md"), table);
    }
}
