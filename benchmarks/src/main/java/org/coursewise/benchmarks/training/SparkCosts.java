package org.coursewise.benchmarks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coursewise.benchmarks.generated.GeneratedLearners;
import org.coursewise.recommender.dataset.EnrollmentCount;
import org.coursewise.recommender.training.MemoryNeed;

/**
 * Trains on the same generated enrolments in memory and on Spark in local mode, each in a process of its own: learners of a
 * hundred courses each, 20,000 courses where there are 50 million enrolments and fewer by the root where there are fewer. In memory
 * with the heap that the command line asks for and no more.
 */
public final class SparkCosts {

    private static final System.Logger LOG = System.getLogger(SparkCosts.class.getName());
    private static final int LARGEST = 50_000_000;
    private static final int COURSES = 20_000;
    private static final int MEAN = 100;
    /** More is not tried in memory: it would take hours, and the command line refuses it with its own heap. */
    private static final int MOST_IN_MEMORY = 10_000_000;

    /** In megabytes. */
    private static final int HEAP_ON_SPARK = 2_500;

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
            train(size, work, inMemory, onSpark);
            LOG.log(System.Logger.Level.INFO, "{0} enrolments are done", size);
            write(results, inMemory, onSpark);
        }
    }

    private void train(int size, Path work, List<Training> inMemory, List<Training> onSpark)
            throws IOException, InterruptedException {
        var courses = (int) (COURSES * Math.sqrt((double) size / LARGEST));
        var learners = GeneratedLearners.ofMean(courses, MEAN);
        var files = TrainingFiles.generate(learners, size, courses, folder);
        onSpark.add(TrainingProcess.onSpark(HEAP_ON_SPARK, arguments, work, files, folder.resolve("spark-" + size))
                .run());
        if (size <= MOST_IN_MEMORY) {
            var heap = MemoryNeed.of(new EnrollmentCount(size, files.learners(), courses, courses))
                    .heapMegabytes();
            inMemory.add(TrainingProcess.inMemory(heap, files, folder.resolve("model-" + size))
                    .run());
        }
    }

    private static void write(Path results, List<Training> inMemory, List<Training> onSpark) throws IOException {
        Files.createDirectories(results);
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d processors, Java %s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version()));
        append(table, "In memory", inMemory);
        append(table, "On Spark in local mode", onSpark);
        Files.writeString(results.resolve("spark.md"), table);
        Files.writeString(
                results.resolve("spark.svg"),
                TrainingPlot.ofBoth(inMemory, onSpark).svg());
    }

    private static void append(StringBuilder table, String way, List<Training> trainings) {
        table.append(String.format(Locale.ROOT, "%n%s:%n%n%s", way, Training.HEADER));
        trainings.forEach(training -> table.append(training.row()));
    }
}
