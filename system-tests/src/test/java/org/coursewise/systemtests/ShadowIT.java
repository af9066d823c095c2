package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A model in the shadow answers nobody; what it would have shown is compared with what was. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ShadowIT {

    private static final String MODELS = "/api/v1/admin/models/";
    private static final int LEARNERS = 40;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Api api;
    private final People people;
    private final String admin;
    private final String client;
    private final Jobs jobs;

    ShadowIT(LocalStack stack) {
        stack.loadSampleData();
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        this.client = people.client("models:train", "recommendations:read");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void itsListsAreComparedWithWhatWasShownOpenedAndTaken() {
        var served = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        var other = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        serve(served);
        assertThat(shadow(served, 1).status()).as("it is in service").isEqualTo(409);
        assertThat(shadow(other, 1.5).status()).isEqualTo(400);
        assertThat(shadow(other, 1).status()).isEqualTo(204);
        assertThat(api.get(MODELS + other, admin).json().path("shadowShare").asDouble())
                .isEqualTo(1);

        var sam = people.join("sam.shadow@example.org");
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            for (var i = 0; i < LEARNERS; i++) {
                assertThat(answering("in-shadow-" + i + "-" + System.nanoTime()))
                        .isEqualTo(served);
            }
            assertThat(figures(other).path("lists").asInt(0)).isGreaterThanOrEqualTo(LEARNERS);
        });
        assertThat(figures(other).path("overlap").asDouble(0))
                .as("two that were trained alike")
                .isGreaterThan(.9);

        var answer = api.get("/api/v1/learners/me/recommendations?limit=10", sam);
        var course =
                answer.json().path("items").get(0).path("course").path("id").asString();
        var event = Map.of("recommendationId", answer.text("recommendationId"), "courseId", course, "type", "click");
        assertThat(api.post("/api/v1/feedback", Map.of("events", List.of(event)), sam)
                        .status())
                .isEqualTo(202);
        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", course), sam)
                        .status())
                .isEqualTo(201);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var figures = figures(other);
            for (var kind : List.of("clicks", "enrollments")) {
                assertThat(figures.path(kind).asInt(0)).as(figures.toString()).isEqualTo(1);
                assertThat(figures.path(kind + "Found").asDouble(0)).isEqualTo(1);
            }
        });
        assertThat(figures(served))
                .as("the one in service makes no lists beside")
                .isEmpty();

        promote(other);
        assertThat(api.get(MODELS + other, admin).json().path("shadowShare").isNumber())
                .isFalse();
        assertThat(api.delete(MODELS + other + "/shadow", admin, null).status()).isEqualTo(404);
        assertThat(shadow(served, .1).status()).isEqualTo(204);
        assertThat(api.delete(MODELS + served + "/shadow", admin, null).status())
                .isEqualTo(204);
    }

    @Test
    void twoModelsAreComparedOnALearnerAndItCountsForNeither() {
        // In this order: the newest may be about to answer by itself.
        var other = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        var served = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        serve(served);
        var path = "/api/v1/learners/" + learner() + "/recommendations?limit=10";
        var byOther = path + "&modelVersion=" + other;
        assertThat(api.get(byOther, admin).problem()).as("it is not loaded").isEqualTo("invalid-input");
        assertThat(shadow(other, .001).status()).isEqualTo(204);

        var shown =
                Awaitility.await().atMost(SOON).until(() -> api.get(byOther, admin), answer -> answer.status() == 200);
        assertThat(shown.text("modelVersion")).isEqualTo(other);
        assertThat(codes(shown)).hasSize(10);
        assertThat(api.get(path + "&modelVersion=" + served, admin).text("modelVersion"))
                .isEqualTo(served);
        assertThat(api.get(byOther, client).status()).isEqualTo(403);
        var ordinary = api.get(path, admin);
        assertThat(ordinary.text("modelVersion")).isEqualTo(served);
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(unrecommended(served))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(codes(ordinary)));
        assertThat(unrecommended(other)).containsAll(codes(shown));
        assertThat(api.get("/api/v1/admin/recommendation-stats", admin)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("modelVersion").asString()))
                .contains(served)
                .doesNotContain(other);
        assertThat(api.get(MODELS + "none/unrecommended-courses", admin).status())
                .isEqualTo(404);
        assertThat(api.delete(MODELS + other + "/shadow", admin, null).status()).isEqualTo(204);
    }

    /** Somebody who took something. */
    private String learner() {
        var course = api.get("/api/v1/courses?sort=popularity&limit=1").json().at("/items/0/id");
        return api.get("/api/v1/courses/" + course.asString() + "/enrollments?limit=1", admin)
                .json()
                .at("/items/0/learnerId")
                .asString();
    }

    private static List<String> codes(Api.Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("course").path("code").asString())
                .toList();
    }

    /** Codes of all pages. */
    private List<String> unrecommended(String version) {
        var path = MODELS + version + "/unrecommended-courses?limit=200";
        var codes = new ArrayList<String>();
        var page = api.get(path, admin);
        while (true) {
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach(course -> codes.add(course.path("code").asString()));
            if (page.text("nextCursor").isEmpty()) {
                return codes;
            }
            page = api.get(path + "&cursor=" + page.text("nextCursor"), admin);
        }
    }

    /** Promotes it, and waits until it answers; asked for by its version, which counts nowhere. */
    private void serve(String version) {
        promote(version);
        var path = "/api/v1/learners/nobody/recommendations?modelVersion=" + version;
        Awaitility.await().atMost(SOON).until(() -> api.get(path, admin).status() == 200);
    }

    private void promote(String version) {
        assertThat(api.put(MODELS + version + "/promotion", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
    }

    private Api.Answer shadow(String version, double share) {
        return api.put(MODELS + version + "/shadow", Map.of("share", share), admin, null);
    }

    private String answering(String learner) {
        return api.get("/api/v1/learners/" + learner + "/recommendations?limit=10", client)
                .text("modelVersion");
    }

    /** Of its shadow; empty when it made no list. */
    private JsonNode figures(String version) {
        return api.get("/api/v1/admin/recommendation-stats", admin)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> version.equals(item.path("modelVersion").asString()))
                .findFirst()
                .map(item -> item.path("shadow"))
                .orElseGet(() -> Api.JSON.createObjectNode());
    }
}
