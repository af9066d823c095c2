package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From a log-in to the delivered mail, over HTTP, the outbox, Kafka and SMTP: one tree. */
@ExtendWith(SharedStack.class)
class TraceIT {

    private static final String OSCAR = "oscar.trace@example.org";
    private static final String CLIENTS_SPAN = "00f067aa0ba902b7";
    private static final String MAIL = "send enrollment-confirmation";
    private static final int NOT_FOUND = 404;

    private final LocalStack stack;

    TraceIT(LocalStack stack) {
        this.stack = stack;
        stack.loadSampleData();
    }

    @Test
    void whatAClientAskedForIsOneTreeFromTheLogInToTheMail() {
        new People(stack).join(OSCAR);
        var trace = randomTraceId();
        var api = new Api(stack.addresses().api(), "00-" + trace + "-" + CLIENTS_SPAN + "-01");

        var session = api.post("/api/v1/sessions", Map.of("email", OSCAR, "password", People.PASSWORD));
        var courses = api.get("/api/v1/courses?q=history&limit=1").json().path("items");
        var course = courses.get(0).path("id").asString();
        var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course), session.text("accessToken"));
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);

        // each service sends its own part, when it has some
        var spans = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> spans(trace), found -> names(found)
                .containsAll(List.of("POST /sessions", "GET /courses", "POST /enrollments", MAIL)));

        assertThat(texts(spans, "service")).contains("coursewise-auth", "coursewise-course", "coursewise-email");
        var known = new ArrayList<>(texts(spans, "spanId"));
        known.add(CLIENTS_SPAN);
        assertThat(texts(spans, "parentId"))
                .as("each span's parent is the client's span or in the tree")
                .isSubsetOf(known);
        assertThat(way(spans, MAIL)).containsExactly(MAIL, "process course.enrollment.v1", "POST /enrollments");
    }

    /** Names of a span and of those above it. */
    private static List<String> way(List<JsonNode> spans, String name) {
        var way = new ArrayList<String>();
        var at = find(spans, "name", name);
        while (!at.isMissingNode()) {
            way.add(at.path("name").asString());
            at = find(spans, "spanId", at.path("parentId").asString());
        }
        return way;
    }

    private static JsonNode find(List<JsonNode> spans, String field, String value) {
        return spans.stream()
                .filter(span -> span.path(field).asString().equals(value))
                .findFirst()
                .orElse(Api.JSON.missingNode());
    }

    private static List<String> names(List<JsonNode> spans) {
        return texts(spans, "name");
    }

    private static List<String> texts(List<JsonNode> spans, String field) {
        return spans.stream().map(span -> span.path(field).asString()).toList();
    }

    private List<JsonNode> spans(String trace) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.addresses().traces() + "/traces/" + trace))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(5))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() == NOT_FOUND) {
            return List.of();
        }
        return StreamSupport.stream(Api.JSON.readTree(answer.body()).spliterator(), false)
                .toList();
    }

    private static String randomTraceId() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
