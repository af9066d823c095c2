package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Real enrolments in, recommendations out, all through the API. Takes the data beside the checkout and is skipped without
 * it; {@code -Dlearners=100000} takes all of it, {@code -Dreplicas=2} asks two replicas of course in turn, and {@code
 * -Dlists=FILE} writes the lists as CSV, to be scored by other tools: learner,course_code,rank.
 */
@Order(Integer.MAX_VALUE)
@Tag("benchmarks")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class RealDataIT {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "mooccubex");
    private static final int LEARNERS = Integer.getInteger("learners", 12_000);
    private static final int ALL_LEARNERS = 97_722;
    /** What EASE with weighted learners reaches on all of the data; a part of it has no such measure. */
    private static final double WEIGHTED_EASE = .3286;

    private static final int ASKED = LEARNERS >= ALL_LEARNERS ? 10_000 : 600;
    private static final int LIST = 10;
    private static final String LISTS = System.getProperty("lists", "");

    private final Api api;
    private final String client;
    private final Jobs jobs;

    RealDataIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.client =
                new People(stack).client("catalog:write", "learning:write", "models:train", "recommendations:read");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void realEnrollmentsGiveRecommendationsFarBetterThanPopularity() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(DATA),
                "Skipped: there is no " + DATA.toAbsolutePath().normalize());
        var rows = new ArrayList<String>();
        var taken = enrollments("train.csv.gz", rows, LEARNERS);
        var wanted = enrollments("test.csv.gz", new ArrayList<>(), LEARNERS);
        wanted.keySet().retainAll(taken.keySet());

        jobs.imported("courses", String.join("\n", lines("courses.csv.gz")));
        var imported = jobs.imported("enrollments", String.join("\n", rows));
        assertThat(imported.json().path("taken").asInt()).as(imported.body()).isEqualTo(rows.size() - 1);
        var trained = jobs.succeeded(Jobs.TRAINING, jobs.train());
        var version = trained.text("modelVersion");
        // replicas take turns, and each has to have it
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> wanted.keySet().stream()
                .limit(LIST)
                .allMatch(learner -> recommended(learner).text("modelVersion").equals(version)));

        var popular = popular(taken);
        var written = new StringBuilder("learner,course_code,rank\n");
        var sum = 0.0;
        var sumOfPopular = 0.0;
        var asked = wanted.keySet().stream().limit(ASKED).toList();
        for (var learner : asked) {
            var answer = recommended(learner);
            assertThat(answer.text("modelVersion")).isEqualTo(version);
            var codes = codes(answer);
            write(learner, codes, written);
            var known = taken.getOrDefault(learner, Set.of());
            assertThat(codes).hasSize(LIST).doesNotHaveDuplicates().doesNotContainAnyElementsOf(known);
            var hoped = wanted.getOrDefault(learner, Set.of());
            sum += ndcg(codes, hoped);
            sumOfPopular += ndcg(
                    popular.stream()
                            .filter(code -> !known.contains(code))
                            .limit(LIST)
                            .toList(),
                    hoped);
        }
        if (!LISTS.isEmpty()) {
            Files.writeString(Path.of(LISTS), written);
        }
        assertThat(sum / asked.size())
                .as("NDCG@10 of %d learners; popularity has %.4f", asked.size(), sumOfPopular / asked.size())
                .isGreaterThan(LEARNERS >= ALL_LEARNERS ? WEIGHTED_EASE : 3 * sumOfPopular / asked.size());
    }

    private Api.Answer recommended(String learner) {
        var answer = api.get("/api/v1/learners/" + learner + "/recommendations?limit=" + LIST, client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void write(String learner, List<String> codes, StringBuilder file) {
        for (var place = 0; place < codes.size(); place++) {
            file.append("%s,%s,%d\n".formatted(learner, codes.get(place), place + 1));
        }
    }

    private static List<String> codes(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("course").path("code").asString())
                .toList();
    }

    /** Binary gain over an ideal of as many as were wanted, as tools that score recommendations do it. */
    private static double ndcg(List<String> codes, Set<String> wanted) {
        var gain = 0.0;
        var ideal = 0.0;
        for (var place = 0; place < LIST; place++) {
            var discount = Math.log(2) / Math.log(place + 2.0);
            gain += place < codes.size() && wanted.contains(codes.get(place)) ? discount : 0;
            ideal += place < wanted.size() ? discount : 0;
        }
        return gain / ideal;
    }

    private static List<String> popular(Map<String, Set<String>> taken) {
        var counts = new HashMap<String, Integer>();
        taken.values().forEach(codes -> codes.forEach(code -> counts.merge(code, 1, Integer::sum)));
        return counts.keySet().stream()
                .sorted((one, other) -> counts.getOrDefault(other, 0) - counts.getOrDefault(one, 0))
                .toList();
    }

    /** What the first learners took; the rows as they are, header first, go into {@code rows}. */
    private static Map<String, Set<String>> enrollments(String file, List<String> rows, int learners)
            throws IOException {
        var taken = new LinkedHashMap<String, Set<String>>();
        var all = lines(file);
        rows.add(all.get(0));
        for (var line : all.subList(1, all.size())) {
            var cells = line.split(",", -1);
            if (taken.size() == learners && !taken.containsKey(cells[0])) {
                break;
            }
            taken.computeIfAbsent(cells[0], learner -> new HashSet<>()).add(cells[1]);
            rows.add(line);
        }
        return taken;
    }

    private static List<String> lines(String file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
