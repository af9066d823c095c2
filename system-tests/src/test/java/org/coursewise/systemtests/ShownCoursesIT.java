package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A course is shown from memory, and never as it was before a change that was answered. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ShownCoursesIT {

    private static final int ROUNDS = 20;

    private final LocalStack stack;
    private final Api api;
    private final String admin;
    private final String client;

    ShownCoursesIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.admin = people.admin();
        this.client = people.client("learning:write");
    }

    @Test
    void aChangeShowsAtOnce() {
        var path = published("SHOWN-1");
        for (var round = 0; round < ROUNDS; round++) {
            var before = api.get(path);
            var patch = api.patch(path, Map.of("title", "Round " + round), admin, before.header("ETag"));
            assertThat(patch.status()).as(patch.body()).isEqualTo(200);
            var after = api.get(path);
            assertThat(after.text("title")).isEqualTo("Round " + round);
            assertThat(after.header("ETag")).isEqualTo(patch.header("ETag"));
            assertThat(after.json()).isEqualTo(patch.json());
        }
    }

    @Test
    void whatIsChangedElsewhereShowsWithinASecondThoughItIsInMemory() throws SQLException {
        var path = published("SHOWN-7");
        assertThat(api.get(path).text("title")).isEqualTo("SHOWN-7");
        try (var connection = DriverManager.getConnection(
                        stack.jdbcUrl("course"), "course", stack.databasePassword("course"));
                var update =
                        connection.prepareStatement("update course set title = 'Elsewhere' where code = 'SHOWN-7'")) {
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(1))
                .until(() -> api.get(path).text("title").equals("Elsewhere"));
    }

    @Test
    void seatsShowAtOnce() {
        var path = published("SHOWN-2");
        for (var round = 0; round < ROUNDS; round++) {
            assertThat(api.get(path).json().path("enrolled").asInt()).isEqualTo(round);
            var body = Map.of("courseId", path.substring(path.lastIndexOf('/') + 1), "learnerId", "shown-" + round);
            assertThat(api.post("/api/v1/enrollments", body, client).status()).isEqualTo(201);
        }
    }

    @Test
    void whatIsWithdrawnIsGoneForStrangersAtOnce() {
        var path = published("SHOWN-3");
        for (var round = 0; round < ROUNDS; round++) {
            assertThat(api.get(path).status()).isEqualTo(200);
            assertThat(api.delete(path + "/publication", admin, null).status()).isEqualTo(204);
            assertThat(api.get(path).status()).isEqualTo(404);
            assertThat(api.get(path, admin).status()).isEqualTo(200);
            assertThat(facet("SHOWN-3")).isZero();
            assertThat(api.put(path + "/publication", Map.of(), admin, null).status())
                    .isEqualTo(204);
            assertThat(facet("SHOWN-3")).isEqualTo(1);
        }
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        var path = published("SHOWN-4");
        var tag = api.get(path).header("ETag");
        var again = api.send(api.request(path).header("If-None-Match", tag).GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theShortWayAnswersAsTheLongOneDoes() {
        var path = published("SHOWN-5");
        for (var known : List.of(
                "\"none\"", api.get(path).header("ETag"), "W/" + api.get(path).header("ETag"), "*")) {
            var longWay = answer(path, "application/json;q=1", known);
            // right after it: the course is in memory
            var shortWay = answer(path, "application/json", known);
            assertThat(shortWay.status()).isEqualTo(longWay.status());
            assertThat(shortWay.body()).isEqualTo(longWay.body());
            assertThat(headers(shortWay)).isEqualTo(headers(longWay));
        }
    }

    @Test
    void aDraftIsNotShownFromMemoryToStrangers() {
        var made = api.post("/api/v1/courses", Map.of("code", "SHOWN-6", "title", "Draft"), admin);
        var path = "/api/v1/courses/" + made.text("id");
        for (var round = 0; round < ROUNDS; round++) {
            assertThat(api.get(path, admin).status()).isEqualTo(200);
            assertThat(api.get(path).status()).isEqualTo(404);
        }
    }

    private Api.Answer answer(String path, String accept, String known) {
        return api.send(api.request(path)
                .header("Accept", accept)
                .header("If-None-Match", known)
                .GET());
    }

    private static Map<String, List<String>> headers(Api.Answer answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.response().headers().map());
        headers.keySet().removeAll(List.of("Date", "X-Request-Id"));
        return headers;
    }

    /** Of whatever level, in a category of its own. */
    private int facet(String code) {
        return api.get("/api/v1/courses?category=" + code)
                .json()
                .path("facets")
                .path("level")
                .valueStream()
                .mapToInt(count -> count.path("count").asInt())
                .sum();
    }

    private String published(String code) {
        var fields = Map.of("code", code, "title", code, "categories", List.of(code), "level", "beginner");
        var made = api.post("/api/v1/courses", fields, admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var path = "/api/v1/courses/" + made.text("id");
        assertThat(api.put(path + "/publication", Map.of(), admin, null).status())
                .isEqualTo(204);
        return path;
    }
}
