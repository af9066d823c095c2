package org.coursewise.benchmarks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coursewise.benchmarks.generated.GeneratedLearners;

/** Trains on generated enrolments of growing number, each time in a process of its own, as the command line does. */
public final class TrainingCosts {

    private static final System.Logger LOG = System.getLogger(TrainingCosts.class.getName());
    /** A catalogue grows as well, though more slowly than what is taken of it. */
    private static final double COURSES_OF_ROOT = 3;
    /** In megabytes. */
    private static final int HEAP = 1_700;

    private final Path folder;

    /** @param folder for what is trained on and what comes of it */
    public TrainingCosts(Path folder) {
        this.folder = folder;
    }

    /** Writes a table and a plot, after each size anew: the largest takes long. */
    public void measure(Path results) throws IOException, InterruptedException {
        var trainings = new ArrayList<Training>();
        for (var size : Arrays.stream(System.getProperty("training.sizes").split(",", -1))
                .map(Integer::valueOf)
                .toList()) {
            trainings.add(train(size));
            LOG.log(System.Logger.Level.INFO, "{0}", trainings.get(trainings.size() - 1));
            write(results, trainings);
        }
    }

    private Training train(int size) throws IOException, InterruptedException {
        var courses = (int) (COURSES_OF_ROOT * Math.sqrt(size));
        var learners = new GeneratedLearners(courses);
        var files = TrainingFiles.generate(learners, size, courses, folder);
        return TrainingProcess.inMemory(HEAP, files, folder.resolve("model-" + size))
                .run();
    }

    private static void write(Path results, List<Training> trainings) throws IOException {
        Files.createDirectories(results);
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d processors, Java %s%n%n%s",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Training.HEADER));
        trainings.forEach(training -> table.append(training.row()));
        Files.writeString(results.resolve("training.md"), table);
        Files.writeString(
                results.resolve("training.svg"), TrainingPlot.of(trainings).svg());
    }
}
