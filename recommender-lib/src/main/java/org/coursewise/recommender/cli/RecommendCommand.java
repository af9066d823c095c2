package org.coursewise.recommender.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.coursewise.recommender.Eligibility;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.PastCourse;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.CsvFiles;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.modelfile.ModelFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes recommendations for many learners. */
@Command(
        name = "recommend",
        description = "Writes a CSV learner,course_code,rank with recommendations for each learner of a file.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RecommendCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, description = "folder with a model")
    private Path model;

    @Option(names = "--enrollments", required = true, description = "CSV with what learners have taken")
    private Path enrollments;

    @Option(names = "--learners", required = true, description = "CSV with a column learner: for whom")
    private Path learners;

    @Option(names = "--top", defaultValue = "10", description = "how many for each learner (${DEFAULT-VALUE})")
    private int top;

    @Option(names = "--out", required = true, description = "CSV to write")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (top < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--top must be at least 1");
        }
        var recommender = new ModelFolder(model).read();
        var input = new InputFiles(spec.commandLine().getErr());
        var data = input.read(enrollments, null);
        var wanted = CsvFiles.learners(learners, input.skipped());
        input.tellSkipped();
        write(recommender, data, wanted);
        spec.commandLine().getOut().println("Wrote recommendations for " + wanted.size() + " learners to " + out);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void write(Recommender recommender, Dataset data, Set<String> wanted) throws IOException {
        var numbers = new HashMap<>(data.learnerNumbers());
        try (var stream = Files.newBufferedWriter(out, StandardCharsets.UTF_8);
                var csv = CsvWriter.builder().build(stream)) {
            csv.writeRecord("learner", "course_code", "rank");
            for (var learner : wanted) {
                var number = numbers.get(learner);
                List<PastCourse> history = number == null ? List.of() : history(data, number);
                int rank = 1;
                for (var item : recommender
                        .recommend(history, Interests.none(), Eligibility.ALL, top)
                        .items()) {
                    csv.writeRecord(learner, item.code(), Integer.toString(rank++));
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private static List<PastCourse> history(Dataset data, int learner) {
        return Arrays.stream(data.histories().of(learner))
                .mapToObj(c -> PastCourse.of(data.courses().get(c).code()))
                .toList();
    }
}
