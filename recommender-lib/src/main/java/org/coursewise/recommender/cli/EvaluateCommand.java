package org.coursewise.recommender.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.dataset.CsvFiles;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.evaluation.Bootstrap;
import org.coursewise.recommender.evaluation.Figures;
import org.coursewise.recommender.training.Ablation;
import org.coursewise.recommender.training.HeldOutTest;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Trains and measures on other enrolments. */
@Command(
        name = "evaluate",
        description = "Trains on some enrolments and measures how well others are foreseen.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--enrollments", required = true, description = "CSV to train on")
    private Path enrollments;

    @Option(names = "--courses", required = true, description = "CSV: code[,title,summary,categories,…]")
    private Path courses;

    @Option(names = "--test", required = true, description = "CSV learner,course_code to foresee")
    private Path test;

    @Option(names = "--seed", defaultValue = "1", description = "same data and seed, same model (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--ablation", description = "shows what each stage brings, on courses set aside in training")
    private boolean ablation;

    @Override
    public Integer call() throws Exception {
        var input = new InputFiles(spec.commandLine().getErr());
        var data = input.readToTrain(enrollments, courses);
        var foreseen = new DatasetBuilder();
        CsvFiles.enrollments(test, input.skipped(), foreseen);
        input.tellSkipped();
        long start = System.nanoTime();
        var recommender = TrainCommand.train(data, seed);
        double seconds = (System.nanoTime() - start) / 1e9;
        print(recommender, data, foreseen.build(), seconds);
        if (ablation) {
            var stages = new Ablation(TrainingSettings.defaults().withSeed(seed), TrainingListener.NONE).measure(data);
            var out = spec.commandLine().getOut();
            out.println("What each stage brings, on courses that were set aside from the training data:");
            printTable(stages, out);
            out.println(JsonMapper.builder().build().writeValueAsString(Map.of("ablation", json(stages))));
            out.flush();
        }
        return 0;
    }

    private void print(Recommender recommender, Dataset data, Dataset foreseen, double seconds) {
        var out = spec.commandLine().getOut();
        var heldOut = new HeldOutTest(recommender, data, foreseen);
        var results = heldOut.measure();
        FactsText.printTrained(recommender.facts(), seconds, out);
        printTable(results, out);
        double micros = heldOut.microseconds();
        out.printf(Locale.ROOT, "A recommendation takes %.0f µs of processor time%n", micros);
        out.println(JsonMapper.builder().build().writeValueAsString(json(results, seconds, micros)));
        out.flush();
    }

    private static void printTable(Map<String, Figures> results, PrintWriter out) {
        out.printf("%-30s %8s %17s %8s %8s %8s %8s%n", "order", "NDCG@10", "95 %", "recall", "hit", "MRR", "coverage");
        for (var result : results.entrySet()) {
            var f = result.getValue();
            out.printf(
                    Locale.ROOT,
                    "%-30s %8.4f %8.4f-%8.4f %8.4f %8.4f %8.4f %8.4f%n",
                    result.getKey(),
                    f.ndcg(),
                    f.ndcgInterval().low(),
                    f.ndcgInterval().high(),
                    f.recall(),
                    f.hitRate(),
                    f.reciprocalRank(),
                    f.coverage());
        }
    }

    private static Map<String, Object> json(Map<String, Figures> results, double seconds, double micros) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("trainSeconds", rounded(seconds));
        all.put("microsecondsPerRecommendation", rounded(micros));
        all.put("orders", json(results));
        return all;
    }

    private static Map<String, Object> json(Map<String, Figures> results) {
        Map<String, Object> orders = new LinkedHashMap<>();
        results.forEach((name, f) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("learners", f.learners());
            row.put("ndcg@10", rounded(f.ndcg()));
            row.put("ci95", interval(f.ndcgInterval()));
            row.put("recall@10", rounded(f.recall()));
            row.put("hit@10", rounded(f.hitRate()));
            row.put("mrr@10", rounded(f.reciprocalRank()));
            row.put("coverage@10", rounded(f.coverage()));
            orders.put(name, row);
        });
        return orders;
    }

    private static List<Double> interval(Bootstrap.Interval interval) {
        var both = new ArrayList<Double>();
        both.add(rounded(interval.low()));
        both.add(rounded(interval.high()));
        return both;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
