package org.coursewise.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.benchmarks.auth.AccountCosts;
import org.coursewise.benchmarks.catalogue.CatalogueCosts;
import org.coursewise.benchmarks.mail.MailCosts;
import org.coursewise.benchmarks.recommendation.RecommendationCosts;
import org.coursewise.benchmarks.scoring.ScoringCosts;
import org.coursewise.benchmarks.training.SparkCosts;
import org.coursewise.benchmarks.training.TrainingCosts;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;

/** Starts a stack of its own, measures it warm and prints tables; {@code benchmarks/README.md} has the command. */
public final class Benchmarks {

    private static final System.Logger LOG = System.getLogger(Benchmarks.class.getName());
    private static final String ALL = "all";
    /** In place of the local run's quick start: the servers compile as they would in production; tokens outlast a run. */
    private static final Map<String, String> SETTINGS =
            Map.of("JVM_ARGS", "-XX:+TieredCompilation", "COURSEWISE_ACCESS_TOKEN_LIFETIME", "PT1H");

    private Benchmarks() {}

    @FunctionalInterface
    private interface Measuring {
        List<Figure> measure() throws Exception;
    }

    /**
     * Measures one part or all.
     *
     * @param args the folder of the stack, that of the tables, and which part is wanted: accounts, catalogue, mail,
     *     recommendations or all of these; or training, spark or scoring by itself, which need no stack
     */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var results = Path.of(args[1]);
        var wanted = args[2];
        if (wanted.equals("training")) {
            new TrainingCosts(folder.resolveSibling("training")).measure(results);
        }
        if (wanted.equals("spark")) {
            new SparkCosts(folder.resolveSibling("spark"), Path.of(System.getProperty("spark.arguments")))
                    .measure(results);
        }
        if (wanted.equals("scoring")) {
            ScoringCosts.measure(results);
        }
        if (Set.of("accounts", "catalogue", ALL).contains(wanted)) {
            try (var stack = LocalStack.start(options(folder))) {
                if (!wanted.equals("catalogue")) {
                    print(results.resolve("costs.md"), new AccountCosts(stack)::measure);
                }
                if (!wanted.equals("accounts")) {
                    print(results.resolve("catalogue.md"), new CatalogueCosts(stack)::measure);
                }
            }
        }
        if (Set.of("mail", ALL).contains(wanted)) {
            try (var costs = new MailCosts();
                    var stack = LocalStack.start(costs.prepare(options(folder)))) {
                print(results.resolve("mail.md"), () -> costs.measure(stack));
            }
        }
        if (Set.of("recommendations", ALL).contains(wanted)) {
            var options = RecommendationCosts.prepare(options(folder), folder.resolveSibling("wlp"));
            try (var stack = LocalStack.start(options)) {
                print(results.resolve("recommendations.md"), new RecommendationCosts(stack)::measure);
            }
        }
    }

    private static StackOptions options(Path folder) {
        return StackOptions.in(folder)
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(SETTINGS);
    }

    private static void print(Path file, Measuring measuring) throws Exception {
        var report = new Report(measuring.measure());
        LOG.log(System.Logger.Level.INFO, "{0}:\n{1}", file.getFileName(), report.text());
        report.write(file);
    }
}
