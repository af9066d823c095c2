package org.coursewise.recommender.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.modelfile.ModelFolder;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model and writes it to a folder. */
@Command(name = "train", description = "Trains a model from enrolments and courses.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--enrollments", required = true, description = "CSV: learner,course_code[,enrolled_at]")
    private Path enrollments;

    @Option(names = "--courses", required = true, description = "CSV: code[,title,summary,categories,…]")
    private Path courses;

    @Option(names = "--model", required = true, description = "folder for the model")
    private Path model;

    @Option(names = "--seed", defaultValue = "1", description = "same data and seed, same model (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws Exception {
        var folder = new ModelFolder(model);
        folder.prepare();
        var input = new InputFiles(spec.commandLine().getErr());
        var data = input.readToTrain(enrollments, courses);
        input.tellSkipped();
        long start = System.nanoTime();
        var trained = train(data, seed);
        folder.write(trained);
        FactsText.printTrained(
                trained.facts(),
                (System.nanoTime() - start) / 1e9,
                spec.commandLine().getOut());
        return 0;
    }

    static Recommender train(Dataset data, long seed) throws UnusableDataException, InterruptedException {
        try (var progress = ProgressLine.onStandardError()) {
            return new Trainer(TrainingSettings.defaults().withSeed(seed), progress).train(data);
        }
    }
}
