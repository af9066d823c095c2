package org.coursewise.recommender.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.functions;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.cli.CommandLineTool;
import org.coursewise.recommender.modelfile.ModelFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkToolTest {

    private static final String DATABASE = "jdbc:h2:mem:enrolments;DB_CLOSE_DELAY=-1";

    @TempDir
    static Path folder;

    private static Path enrollments;
    private static Path courses;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void generate() throws Exception {
        enrollments = folder.resolve("enrollments.csv");
        courses = folder.resolve("courses.csv");
        GeneratedTables.write(enrollments, courses, 900, 60, true);
    }

    @BeforeEach
    void startSpark() {
        LocalSpark.session();
    }

    @AfterAll
    static void stop() {
        LocalSpark.session().stop();
    }

    @Test
    void trainsAModelAsGoodAsTheOneInMemory() throws Exception {
        assertThat(run("--enrollments", text(enrollments), "--courses", text(courses), "--model", text("of-spark")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Trained in ").contains("enrolments of 900 learners in 60 courses");
        var ofSpark = facts("of-spark");
        CommandLineTool.commandLine()
                .execute(
                        "train",
                        "--enrollments",
                        text(enrollments),
                        "--courses",
                        text(courses),
                        "--model",
                        text("own"));
        var own = facts("own");
        assertThat(ofSpark.learners()).isEqualTo(own.learners());
        assertThat(ofSpark.enrollments()).isEqualTo(own.enrollments());
        assertThat(ofSpark.figures().ndcg())
                .isBetween(
                        own.figures().ndcgInterval().low(),
                        own.figures().ndcgInterval().high());
    }

    @Test
    void parquetGivesTheSameModelAsCsv() throws Exception {
        var spark = LocalSpark.session();
        spark.read()
                .option("header", true)
                .csv(text(enrollments))
                .withColumn("enrolled_at", functions.to_timestamp(functions.col("enrolled_at")))
                .write()
                .parquet(text("enrollments.parquet"));
        spark.read()
                .option("header", true)
                .csv(text(courses))
                .withColumn("categories", functions.split(functions.col("categories"), "\\|"))
                .coalesce(1)
                .write()
                .parquet(text("courses.parquet"));
        assertThat(run("--enrollments", text(enrollments), "--courses", text(courses), "--model", text("csv")))
                .isZero();
        LocalSpark.session();
        assertThat(run(
                        "--enrollments",
                        text("enrollments.parquet"),
                        "--courses",
                        text("courses.parquet"),
                        "--model",
                        folder.resolve("parquet").toUri().toString()))
                .as(err.toString())
                .isZero();
        assertThat(facts("parquet").figures().ndcg())
                .isEqualTo(facts("csv").figures().ndcg());
    }

    @Test
    void readsADatabase() throws Exception {
        try (var connection = DriverManager.getConnection(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("create table enrollment as select * from csvread('" + enrollments + "')");
            statement.execute("create table course as select * from csvread('" + courses + "')");
            statement.execute("update enrollment set learner = ' ' where learner = 'u3'");
        }
        assertThat(run(
                        "--enrollments",
                        DATABASE,
                        "--enrollments-query",
                        "select learner, course_code, enrolled_at from enrollment",
                        "--courses",
                        DATABASE,
                        "--courses-query",
                        "course",
                        "--model",
                        text("of-database")))
                .as(err.toString())
                .isZero();
        assertThat(facts("of-database").learners()).isEqualTo(899);
        assertThat(err.toString()).contains("learner is empty").contains("rows were skipped");
    }

    @Test
    void rowsThatCannotBeUsedAreTold() throws Exception {
        var file = folder.resolve("bad.csv");
        var rows = new ArrayList<>(Files.readAllLines(enrollments).subList(0, 400));
        for (int k = 0; k < 12; k++) {
            rows.add("u1,,2026-01-01");
        }
        rows.add("u1,c1,yesterday");
        Files.write(file, rows);
        assertThat(run("--enrollments", text(file), "--courses", text(courses), "--model", text("bad")))
                .isZero();
        assertThat(err.toString().lines().filter(line -> line.startsWith("Skipped: ")))
                .hasSize(10);
        assertThat(err.toString()).contains("course_code is empty").contains("13 rows were skipped");
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() {
        assertThat(run("--enrollments", text("none.csv"), "--courses", text(courses), "--model", text("x")))
                .isOne();
        assertThat(err.toString())
                .startsWith("Cannot read ")
                .contains("none.csv")
                .doesNotContain("\tat ");
        LocalSpark.session();
        assertThat(run("--enrollments", text(courses), "--courses", text(courses), "--model", text("x")))
                .isOne();
        assertThat(err.toString()).contains("has no column learner, course_code; its columns are: code,");
        LocalSpark.session();
        assertThat(run("--enrollments", "s3a://b/file", "--courses", text(courses), "--model", text("x")))
                .isOne();
        assertThat(err.toString()).contains("Say by --format csv or --format parquet");
        LocalSpark.session();
        assertThat(run("--enrollments", DATABASE, "--courses", text(courses), "--model", text("x")))
                .isOne();
        assertThat(err.toString()).contains("--enrollments-query");
        assertThat(run("--model", text("x"))).isEqualTo(2);
    }

    @Test
    void whereNoModelCanBeWrittenIsSaidBeforeAnythingIsRead() {
        for (var place : List.of(enrollments + "/model", "hdfs://localhost:1/model")) {
            LocalSpark.session();
            assertThat(run("--enrollments", text("none.csv"), "--courses", text(courses), "--model", place))
                    .isOne();
            assertThat(err.toString()).contains(place).doesNotContain("none.csv", "\tat ");
        }
    }

    @Test
    void withoutAMasterItSaysHowToGiveOne() {
        LocalSpark.session().stop();
        assertThat(run("--enrollments", text(enrollments), "--courses", text(courses), "--model", text("x")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("Say where to run: ");
    }

    private int run(String... arguments) {
        return SparkTool.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static ModelFacts facts(String model) throws Exception {
        return new ModelFolder(folder.resolve(model)).read().facts();
    }

    private static String text(Path path) {
        return path.toString();
    }

    private static String text(String name) {
        return text(folder.resolve(name));
    }
}
