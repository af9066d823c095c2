package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Emmy searches, enrols, gets the mail, and is told at once what to take next. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LearnerStoryIT {

    private static final String EMMY = "emmy.story@example.org";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private String emmy = "";
    private String course = "";

    LearnerStoryIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        stack.loadSampleData();
    }

    @Test
    @Order(1)
    void sheFindsACourseByAWordAndSeesWhatElseThereIs() {
        var found = api.get("/api/v1/courses?q=algebras&limit=5");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        var titles = texts(found.json().path("items"), "title");
        assertThat(titles.get(0)).contains("Algebra");
        assertThat(found.json()
                        .path("facets")
                        .path("category")
                        .get(0)
                        .path("value")
                        .asString())
                .isEqualTo("Mathematics");
        course = id(found, "Linear Algebra");

        var page = api.get("/api/v1/courses?sort=title&limit=50");
        assertThat(page.json().path("items")).hasSize(50);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        var next = api.get("/api/v1/courses?sort=title&limit=50&cursor=" + page.text("nextCursor"));
        assertThat(texts(next.json().path("items"), "id"))
                .doesNotContainAnyElementsOf(texts(page.json().path("items"), "id"));
    }

    @Test
    @Order(2)
    void sheEnrolsOnce() {
        emmy = people.join(EMMY);
        var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course), emmy);
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        assertThat(enrolled.text("status")).isEqualTo("active");
        assertThat(enrolled.header("Location")).endsWith("/api/v1/enrollments/" + enrolled.text("id"));
        var again = api.post("/api/v1/enrollments", Map.of("courseId", course), emmy);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("already-enrolled");
    }

    @Test
    @Order(3)
    void aMailConfirmsIt() {
        // verification and welcome came before
        var mail =
                new Mailbox(stack.addresses().ports().imap(), EMMY).waitFor(3).get(2);
        assertThat(mail.subject()).isEqualTo("You are enrolled in Linear Algebra");
    }

    @Test
    @Order(4)
    void sheIsToldWhatToTakeNextAndWhyAndAtOnceWhenSheTakesIt() {
        var first = recommended();
        assertThat(first.json().path("fallback").asBoolean(true)).isFalse();
        assertThat(first.text("modelVersion")).isNotBlank();
        var ids = courseIds(first);
        assertThat(ids).hasSize(10).doesNotContain(course);
        assertThat(first.json().path("items").get(0).path("reasons")).isNotEmpty();
        assertThat(texts(first.json().path("items").get(0).path("reasons"), "text")
                        .get(0))
                .isNotBlank();

        var taken = first.json().path("items").get(0).path("course").path("id").asString();
        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", taken), emmy)
                        .status())
                .isEqualTo(201);
        var second = courseIds(recommended());
        assertThat(second).doesNotContain(taken).isNotEqualTo(ids);
        assertThat(second.subList(0, 9)).isNotEqualTo(ids.subList(1, 10));
    }

    @Test
    @Order(5)
    void whatWasWithdrawnOrFilledIsNeverRecommended() {
        var admin = people.admin();
        var best = recommended()
                .json()
                .path("items")
                .get(0)
                .path("course")
                .path("id")
                .asString();
        assertThat(api.delete("/api/v1/courses/" + best + "/publication", admin, null)
                        .status())
                .isEqualTo(204);
        assertThat(courseIds(recommended())).doesNotContain(best);
        assertThat(api.get("/api/v1/courses/" + best).status()).isEqualTo(404);
        assertThat(api.put("/api/v1/courses/" + best + "/publication", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/courses/" + best).status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void tastesShow() {
        var reader = people.client("recommendations:read", "learning:write");
        for (var code : List.of("ART-01", "ART-02", "DSGN-01")) {
            var id = api.get("/api/v1/courses?q=" + code)
                    .json()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asString();
            var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", id, "learnerId", "painter-1"), reader);
            assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        }
        var answer = api.get("/api/v1/learners/painter-1/recommendations?limit=5", reader);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var codes = StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("course").path("code").asString())
                .toList();
        assertThat(codes)
                .filteredOn(code -> code.startsWith("ART") || code.startsWith("DSGN"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    @Order(7)
    void whatIsNotPersonalAnybodyMaySee() {
        assertThat(api.get("/api/v1/courses/" + course + "/similar?limit=3")
                        .json()
                        .path("items"))
                .hasSize(3);
        assertThat(api.get("/api/v1/recommendations/popular?limit=3").json().path("items"))
                .hasSize(3);
        assertThat(api.get("/api/v1/recommendations/latest?limit=3").json().path("items"))
                .hasSize(3);
        assertThat(api.get("/api/v1/learners/somebody/recommendations", emmy).status())
                .isEqualTo(403);
    }

    private Api.Answer recommended() {
        var answer = api.get("/api/v1/learners/me/recommendations?limit=10", emmy);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<String> courseIds(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("course").path("id").asString())
                .toList();
    }

    private static String id(Api.Answer found, String title) {
        for (var item : found.json().path("items")) {
            if (item.path("title").asString().equals(title)) {
                return item.path("id").asString();
            }
        }
        throw new AssertionError("No " + title + " in " + found.body());
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }
}
