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
import org.coursewise.benchmarks.start.StartCosts;
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
     *     recommendations, start, scoring, training, or all of these; or spark by itself, which needs the module of that profile
     */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var results = Path.of(args[1]);
        var wanted = args[2];
        if (Set.of("accounts", "catalogue", ALL).contains(wanted)) {
            try (var stack = LocalStack.start(options(folder))) {
                if (!wanted.equals("catalogue")) {
                    print(results, "costs", new AccountCosts(stack)::measure);
                }
                if (!wanted.equals("accounts")) {
                    print(results, "catalogue", new CatalogueCosts(stack)::measure);
                }
            }
        }
        if (Set.of("mail", ALL).contains(wanted)) {
            try (var costs = new MailCosts();
                    var stack = LocalStack.start(costs.prepare(options(folder)))) {
                print(results, "mail", () -> costs.measure(stack));
            }
        }
        if (Set.of("recommendations", ALL).contains(wanted)) {
            var options = RecommendationCosts.prepare(options(folder), folder.resolveSibling("wlp"));
            try (var stack = LocalStack.start(options)) {
                print(results, "recommendations", new RecommendationCosts(stack)::measure);
            }
        }
        if (Set.of("start", ALL).contains(wanted)) {
            print(results, "start", () -> StartCosts.measure(options(folder).withSettings(Map.of())));
        }
        if (Set.of("scoring", ALL).contains(wanted)) {
            ScoringCosts.measure(results);
        }
        if (Set.of("training", ALL).contains(wanted)) {
            new TrainingCosts(folder.resolveSibling("training")).measure(results);
        }
        if (wanted.equals("spark")) {
            new SparkCosts(folder.resolveSibling("spark"), Path.of(System.getProperty("spark.arguments")))
                    .measure(results);
        }
    }

    private static StackOptions options(Path folder) {
        return StackOptions.in(folder)
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withSettings(SETTINGS);
    }

    private static void print(Path folder, String name, Measuring measuring) throws Exception {
        var report = new Report(measuring.measure());
        LOG.log(System.Logger.Level.INFO, "{0}:\n{1}", name, report.text());
        report.write(folder, name);
    }
}
