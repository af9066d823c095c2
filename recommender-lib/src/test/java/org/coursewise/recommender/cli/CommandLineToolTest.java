package org.coursewise.recommender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CommandLineToolTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void whoeverSaysHowMuchMemoryDecidesAlone() {
        assertThat(BoundedJvm.isNeeded(List.of("train", "--seed", "1"), List.of("-Dkey=value")))
                .isTrue();
        assertThat(BoundedJvm.isNeeded(List.of("train"), List.of("-Xmx8g"))).isFalse();
        assertThat(BoundedJvm.isNeeded(List.of("train"), List.of("-XX:MaxRAMPercentage=80")))
                .isFalse();
        assertThat(BoundedJvm.isNeeded(List.of("info"), List.of())).isFalse();
        assertThat(BoundedJvm.isNeeded(List.of(), List.of())).isFalse();
    }

    @Test
    void withoutABoundTheWorkIsDoneInAJvmThatHasOne() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+PrintFlagsFinal",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        CommandLineTool.class.getName(),
                        "train",
                        "--enrollments",
                        file("no-such.csv"),
                        "--courses",
                        file("no-such.csv"),
                        "--model",
                        file("model"))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("There is no file")
                .containsPattern("MaxHeapSize += 17\\d{8} ");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void aModelIsTrainedAskedAndDescribed() throws Exception {
        var data = GeneratedData.of(500, 50, false, 1).build();
        writeInput(data, 1, List.of("u1,,", "broken"));
        assertThat(run(
                        "train",
                        "--enrollments",
                        file("train.csv"),
                        "--courses",
                        file("courses.csv"),
                        "--model",
                        file("model"),
                        "--seed",
                        "3"))
                .isZero();
        assertThat(err.toString()).contains("Skipped: train.csv, line").contains("2 rows were skipped");
        assertThat(out.toString()).contains("of 500 learners in 50 courses").contains("NDCG@10");

        Files.writeString(folder.resolve("learners.csv"), "learner\nu3\nu3\nstranger\nu4\n");
        assertThat(run(
                        "recommend",
                        "--model",
                        file("model"),
                        "--enrollments",
                        file("train.csv"),
                        "--learners",
                        file("learners.csv"),
                        "--top",
                        "7",
                        "--out",
                        file("recs.csv")))
                .isZero();
        var lists = lists();
        assertThat(lists.keySet()).containsExactlyInAnyOrder("u3", "u4", "stranger");
        assertThat(lists.values())
                .allSatisfy(list -> assertThat(list).hasSize(7).doesNotHaveDuplicates());
        assertThat(lists.get("u3")).doesNotContainAnyElementsOf(taken(data, "u3"));

        out.getBuffer().setLength(0);
        assertThat(run("info", "--model", file("model"))).isZero();
        assertThat(out.toString()).contains("of 500 learners in 50 courses").contains("Order: ");
    }

    @Test
    void anEvaluationMeasuresEveryOrderAndEndsWithJson() throws Exception {
        var data = GeneratedData.of(600, 50, false, 2).build();
        writeInput(data, 0, List.of());
        assertThat(run(
                        "evaluate",
                        "--enrollments",
                        file("train.csv"),
                        "--courses",
                        file("courses.csv"),
                        "--test",
                        file("test.csv")))
                .isZero();
        var lines = out.toString().lines().toList();
        var json = JsonMapper.builder().build().readTree(lines.get(lines.size() - 1));
        assertThat(json.get("orders").propertyNames())
                .containsExactly("shipped", "ease", "neighbors", "walk", "content", "popularity");
        assertThat(json.get("orders").get("ease").get("ndcg@10").asDouble())
                .isGreaterThan(
                        json.get("orders").get("popularity").get("ndcg@10").asDouble());
        assertThat(json.get("microsecondsPerRecommendation").asDouble()).isPositive();
    }

    @Test
    void mistakesAreToldInASentenceAndByTheExitCode() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("train")).isEqualTo(2);
        assertThat(err.toString()).contains("--enrollments");
        assertThat(run("info", "--model", file("nothing"))).isEqualTo(1);
        assertThat(err.toString()).contains("There is no model in");
        Files.writeString(folder.resolve("bad.csv"), "who,what\n");
        assertThat(run("train", "--enrollments", file("bad.csv"), "--courses", file("bad.csv"), "--model", file("m")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("has no column code").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return CommandLineTool.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** The last course of each learner goes to the test when one is held out; the rest is to train on. */
    private void writeInput(Dataset data, int extra, List<String> badRows) throws Exception {
        var courses = new StringBuilder("code,title,categories\n");
        data.courses()
                .forEach(course -> courses.append(
                        course.code() + "," + course.title() + "," + String.join("|", course.categories()) + "\n"));
        var train = new StringBuilder("learner,course_code\n");
        var test = new StringBuilder("learner,course_code\n");
        for (int u = 0; u < data.learners().size(); u++) {
            int[] taken = data.histories().of(u);
            for (int k = 0; k < taken.length; k++) {
                var row = data.learners().get(u) + ","
                        + data.courses().get(taken[k]).code() + "\n";
                (k < taken.length - 1 + extra ? train : test).append(row);
            }
        }
        badRows.forEach(row -> train.append(row).append('\n'));
        Files.writeString(folder.resolve("courses.csv"), courses);
        Files.writeString(folder.resolve("train.csv"), train);
        Files.writeString(folder.resolve("test.csv"), test);
    }

    private Map<String, List<String>> lists() throws Exception {
        var lines = Files.readAllLines(folder.resolve("recs.csv"));
        assertThat(lines.get(0)).isEqualTo("learner,course_code,rank");
        var lists = new HashMap<String, List<String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = List.of(line.split(",", -1));
            var list = lists.computeIfAbsent(cells.get(0), learner -> new ArrayList<>());
            list.add(cells.get(1));
            assertThat(cells.get(2)).isEqualTo(Integer.toString(list.size()));
        }
        return lists;
    }

    private static Set<String> taken(Dataset data, String learner) {
        var codes = new HashSet<String>();
        for (int course : data.histories().of(data.learners().indexOf(learner))) {
            codes.add(data.courses().get(course).code());
        }
        return codes;
    }
}
