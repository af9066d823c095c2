package org.coursewise.recommender.spark;

import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.coursewise.recommender.cli.FactsText;
import org.coursewise.recommender.cli.ProgressLine;
import org.coursewise.recommender.cli.ToldErrors;
import org.coursewise.recommender.training.TrainingSettings;
import org.coursewise.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code spark-submit} runs. Exit codes: 0 done, 1 failed, 2 not called as it should be. */
@Command(
        name = "coursewise-recommender-spark",
        description = "Trains a model from enrolments and courses on Apache Spark.",
        mixinStandardHelpOptions = true,
        version = "coursewise-recommender-spark 0.1")
@SuppressWarnings("NullAway.Init")
public final class SparkTool implements Callable<Integer> {

    private static final String USER = "coursewise.database-user";
    private static final String PASSWORD = "coursewise.database-password";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--enrollments",
            required = true,
            description = "CSV, Parquet or a JDBC URL: learner,course_code[,enrolled_at]")
    private String enrollments;

    @Option(
            names = "--courses",
            required = true,
            description = "CSV, Parquet or a JDBC URL: code[,title,summary,categories,…]")
    private String courses;

    @Option(names = "--model", required = true, description = "folder for the model, or the URI of one")
    private String model;

    @Option(names = "--seed", defaultValue = "1", description = "same data and seed, same model (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--format", description = "of both, where their names do not tell: ${COMPLETION-CANDIDATES}")
    private Table.@Nullable Format format;

    @Option(names = "--enrollments-query", description = "for JDBC: a select or the name of a table")
    private @Nullable String enrollmentsQuery;

    @Option(names = "--courses-query", description = "for JDBC: a select or the name of a table")
    private @Nullable String coursesQuery;

    public static void main(String[] arguments) {
        int exit = commandLine().execute(arguments);
        if (exit != 0) {
            // Spark takes a driver that ends by itself for one that succeeded
            System.exit(exit);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new SparkTool())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(ToldErrors.ALL);
    }

    @Override
    public Integer call() throws Exception {
        var credentials = Settings.ofEnvironment().read(SparkTool::credentials);
        if (SparkSession.getDefaultSession().isEmpty() && !new SparkConf().contains("spark.master")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Say where to run: by spark-submit --master URL, or by java -Dspark.master=local[2] in this process");
        }
        long start = System.nanoTime();
        var spark = SparkSession.builder()
                .appName("coursewise-recommender")
                .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                .getOrCreate();
        // what is told and how far it is would be lost among Spark's own lines
        spark.sparkContext().setLogLevel("WARN");
        var target = new ModelTarget(model, spark.sparkContext().hadoopConfiguration());
        try (var progress = ProgressLine.onStandardError()) {
            target.prepare();
            var err = spec.commandLine().getErr();
            var training =
                    new SparkTraining(spark, trainingSettings(), ClusterData.Bounds.defaults(), progress, row -> {
                        err.println(row);
                        err.flush();
                    });
            var trained = training.train(
                    new Table(enrollments, format, enrollmentsQuery),
                    new Table(courses, format, coursesQuery),
                    credentials);
            target.write(trained);
            FactsText.printTrained(
                    trained.facts(),
                    (System.nanoTime() - start) / 1e9,
                    spec.commandLine().getOut());
        } finally {
            spark.stop();
        }
        return 0;
    }

    private static Table.Credentials credentials(Settings settings) {
        return new Table.Credentials(
                settings.optional(USER).orElse(null),
                settings.optional(PASSWORD).orElse(null));
    }

    private TrainingSettings trainingSettings() {
        var defaults = TrainingSettings.defaults();
        return new TrainingSettings(
                seed,
                Runtime.getRuntime().availableProcessors(),
                defaults.folds(),
                defaults.learnersPerFold(),
                defaults.rowsPerFold());
    }
}
