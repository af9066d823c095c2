package org.coursewise.benchmarks.training;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coursewise.benchmarks.generated.GeneratedLearners;

/**
 * Trains on the same generated enrolments in memory and on Spark in local mode, each in a process of its own: learners of a
 * hundred courses each, 20,000 courses where there are 50 million enrolments and fewer by the root where there are fewer.
 */
public final class SparkCosts {

    private static final System.Logger LOG = System.getLogger(SparkCosts.class.getName());
    private static final int LARGEST = 50_000_000;
    private static final int COURSES = 20_000;
    private static final int MEAN = 100;
    /** More is not tried in memory: it would take hours, and the command line refuses it with its own heap. */
    private static final int MOST_IN_MEMORY = 10_000_000;

    private static final String HEAP_IN_MEMORY = "4g";
    private static final String HEAP_ON_SPARK = "3g";

    private final Path folder;
    private final Path arguments;

    /**
     * @param folder for what is trained on and what comes of it
     * @param arguments the file of java's arguments that recommender-spark is built with
     */
    public SparkCosts(Path folder, Path arguments) {
        this.folder = folder;
        this.arguments = arguments;
    }

    /** Writes a table and a plot, after each size anew. */
    public void measure(Path results) throws IOException, InterruptedException {
        var inMemory = new ArrayList<Training>();
        var onSpark = new ArrayList<Training>();
        var work = Files.createDirectories(folder.resolve("work"));
        for (var size : Arrays.stream(System.getProperty("spark.sizes").split(",", -1))
                .map(Integer::valueOf)
                .toList()) {
            onSpark.add(train(TrainingProcess.onSpark(HEAP_ON_SPARK, arguments, work), size));
            if (size <= MOST_IN_MEMORY) {
                inMemory.add(train(TrainingProcess.inMemory(HEAP_IN_MEMORY), size));
            }
            LOG.log(System.Logger.Level.INFO, "{0} enrolments are done", size);
            write(results, inMemory, onSpark);
        }
    }

    private Training train(List<String> command, int size) throws IOException, InterruptedException {
        var courses = (int) (COURSES * Math.sqrt((double) size / LARGEST));
        var learners = GeneratedLearners.ofMean(courses, MEAN);
        var catalogue = folder.resolve("courses.csv");
        var enrolments = folder.resolve("enrollments.csv");
        try (Writer file = Files.newBufferedWriter(catalogue)) {
            learners.writeCourses(file);
        }
        int count;
        try (Writer file = Files.newBufferedWriter(enrolments)) {
            count = learners.writeEnrollments(file, size);
        }
        return new TrainingProcess(command, enrolments, catalogue, folder.resolve("model-" + size))
                .run(size, count, courses);
    }

    private static void write(Path results, List<Training> inMemory, List<Training> onSpark) throws IOException {
        Files.createDirectories(results);
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d processors, Java %s, %s of heap in memory and %s on Spark%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                HEAP_IN_MEMORY,
                HEAP_ON_SPARK));
        append(table, "In memory", inMemory);
        append(table, "On Spark in local mode", onSpark);
        Files.writeString(results.resolve("spark.md"), table);
        Files.writeString(
                results.resolve("spark.svg"),
                TrainingPlot.ofBoth(inMemory, onSpark).svg());
    }

    private static void append(StringBuilder table, String way, List<Training> trainings) {
        table.append(String.format(
                Locale.ROOT,
                "%n%s:%n%n| enrolments | learners | courses | seconds | seconds of processor time | MB of memory at most |%n"
                        + "|---|---|---|---|---|---|%n",
                way));
        trainings.forEach(training -> table.append(training.row()));
    }
}
