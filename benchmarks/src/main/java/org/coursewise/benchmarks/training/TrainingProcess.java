package org.coursewise.benchmarks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A training in one process of its own. Linux alone: it reads /proc.
 *
 * @param heap in megabytes
 * @param command all but the heap, which files and where the model goes
 */
record TrainingProcess(int heap, List<String> command, TrainingFiles files, Path model) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final int LOOK_MILLISECONDS = 100;
    private static final int KILOBYTES = 1_024;
    private static final String PEAK = "VmHWM:";

    TrainingProcess {
        command = List.copyOf(command);
    }

    /** The command line's {@code train}. */
    static TrainingProcess inMemory(int heap, TrainingFiles files, Path model) {
        var command = List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                "org.coursewise.recommender.cli.CommandLineTool",
                "train");
        return new TrainingProcess(heap, command, files, model);
    }

    /**
     * On Spark in local mode with two processors.
     *
     * @param arguments the file of java's arguments that recommender-spark is built with
     */
    static TrainingProcess onSpark(int heap, Path arguments, Path work, TrainingFiles files, Path model) {
        var command = List.of(
                "@" + arguments,
                "-Dspark.master=local[2]",
                "-Dspark.ui.enabled=false",
                "-Dspark.local.dir=" + work,
                "-Djava.io.tmpdir=" + work,
                "org.coursewise.recommender.spark.SparkTool");
        return new TrainingProcess(heap, command, files, model);
    }

    Training run() throws IOException, InterruptedException {
        var began = System.nanoTime();
        var whole = new ArrayList<>(List.of(JAVA, "-Xmx" + heap + "m", "-XX:+UseParallelGC"));
        whole.addAll(command);
        whole.addAll(List.of(
                "--enrollments",
                files.enrolments().toString(),
                "--courses",
                files.courses().toString(),
                "--model",
                model.toString()));
        var process = new ProcessBuilder(whole).inheritIO().start();
        try {
            var peak = 0L;
            var processor = Duration.ZERO;
            while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(process.pid()));
                processor = process.info().totalCpuDuration().orElse(processor);
            }
            if (process.exitValue() != 0) {
                throw new IOException("Training on " + files.count() + " enrolments ended with " + process.exitValue());
            }
            return new Training(
                    files.count(),
                    files.learners(),
                    files.taken(),
                    heap,
                    (System.nanoTime() - began) / 1e9,
                    processor.toMillis() / 1e3,
                    peak / KILOBYTES);
        } finally {
            process.destroy();
        }
    }

    /** In kilobytes; 0 when the process has just ended. */
    private static long peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
