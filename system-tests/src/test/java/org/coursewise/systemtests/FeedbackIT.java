package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What learners do with recommendations is counted for the model that made them, and what they send away stays away. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class FeedbackIT {

    private static final String FEEDBACK = "/api/v1/feedback";
    private static final String STATS = "/api/v1/admin/recommendation-stats";

    private final Api api;
    private final People people;
    private final String admin;

    FeedbackIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        stack.loadSampleData();
    }

    @Test
    void aDismissedCourseNeverComesBackAndWhatIsSeenAndOpenedCountsOnce() {
        var fay = people.join("fay.feedback@example.org");
        enrol(
                fay,
                api.get("/api/v1/courses?q=algebra")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString());
        var first = recommended(fay, "home");
        var courses = courses(first);
        var id = first.text("recommendationId");
        var version = first.text("modelVersion");
        var before = settledFigures(version);

        var events = new ArrayList<Map<String, String>>();
        courses.subList(0, 4).forEach(course -> events.add(event(id, course, "impression")));
        events.add(event(id, courses.get(1), "click"));
        events.add(event(id, courses.get(0), "dismiss"));
        for (var time = 1; time <= 2; time++) {
            var sent = api.post(FEEDBACK, Map.of("events", events), fay);
            assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        }
        var second = recommended(fay, "home");
        assertThat(second.text("recommendationId")).isNotEqualTo(id);
        assertThat(courses(second)).doesNotContain(courses.get(0));
        assertThat(courses(recommended(fay, "after-enrolment"))).doesNotContain(courses.get(0));
        enrol(fay, courses.get(1));
        assertThat(courses(recommended(fay, "home"))).doesNotContain(courses.get(0), courses.get(1));

        Awaitility.await().untilAsserted(() -> {
            var now = figures(version);
            assertThat(now.path("impressions").asInt()
                            - before.path("impressions").asInt())
                    .isEqualTo(4);
            assertThat(now.path("clicks").asInt() - before.path("clicks").asInt())
                    .isEqualTo(1);
            assertThat(now.path("dismissals").asInt()
                            - before.path("dismissals").asInt())
                    .isEqualTo(1);
            assertThat(now.path("enrollments").asInt()
                            - before.path("enrollments").asInt())
                    .isEqualTo(1);
            assertThat(now.path("served").asLong() - before.path("served").asLong())
                    .isGreaterThanOrEqualTo(3);
            assertThat(now.path("coverage").asDouble()).isBetween(.01, 1.0);
        });
        var held = api.get("/api/v1/learners/me/export", fay).json().path("feedback");
        assertThat(held).extracting(given -> given.path("type").asString()).contains("impression", "click", "dismiss");
    }

    @Test
    void aCourseThatIsShownAgainAndAgainAndNeverOpenedStepsBackUntilItIs() {
        var ivo = people.join("ivo.feedback@example.org");
        var course = courses(recommended(ivo, "home")).get(0);
        for (var time = 1; time <= 5; time++) {
            assertThat(courses(recommended(ivo, "home")).get(0))
                    .as("time %d", time)
                    .isEqualTo(course);
            // each with an answer of its own: an interest that nothing is in makes it anew
            var interests = Map.of("categories", List.of("Nothing " + time));
            assertThat(api.put("/api/v1/learners/me/interests", interests, ivo, null)
                            .status())
                    .isEqualTo(204);
            var seen = event(recommended(ivo, "home").text("recommendationId"), course, "impression");
            for (var again = 0; again < 2; again++) {
                assertThat(api.post(FEEDBACK, Map.of("events", List.of(seen)), ivo)
                                .status())
                        .isEqualTo(202);
            }
        }
        var answer = recommended(ivo, "home");
        assertThat(courses(answer)).hasSize(10).doesNotContain(course);
        var longer = courses(api.get("/api/v1/learners/me/recommendations?limit=30", ivo));
        assertThat(longer.indexOf(course)).isEqualTo(10);
        var held = api.get("/api/v1/learners/me/export", ivo).json().path("feedback");
        assertThat(held).extracting(given -> given.path("times").asInt(0)).contains(5);

        var opened = event(answer.text("recommendationId"), course, "click");
        assertThat(api.post(FEEDBACK, Map.of("events", List.of(opened)), ivo).status())
                .isEqualTo(202);
        assertThat(courses(recommended(ivo, "home")).get(0)).isEqualTo(course);
    }

    @Test
    void whoeverRepeatsThemselvesCountsNoMoreThanTheyDid() {
        var kim = people.join("kim.feedback@example.org");
        var older = recommended(kim, "home");
        var newer = recommended(kim, "after-enrolment");
        var course = courses(older).get(0);
        var before = settledFigures(older.text("modelVersion"));
        for (var turn = 0; turn < 3; turn++) {
            for (var answer : List.of(older, newer)) {
                var click = event(answer.text("recommendationId"), course, "click");
                assertThat(api.post(FEEDBACK, Map.of("events", List.of(click)), kim)
                                .status())
                        .isEqualTo(202);
            }
        }
        var longAgo = new HashMap<>(
                event(newer.text("recommendationId"), courses(newer).get(1), "click"));
        longAgo.put("at", "2020-01-01T00:00:00Z");
        assertThat(api.post(FEEDBACK, Map.of("events", List.of(longAgo)), kim).status())
                .isEqualTo(202);
        for (var time = 0; time < 3; time++) {
            var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course), kim);
            assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
            assertThat(api.delete("/api/v1/enrollments/" + enrolled.text("id"), kim, "*")
                            .status())
                    .isEqualTo(204);
        }
        Awaitility.await().untilAsserted(() -> {
            var now = figures(older.text("modelVersion"));
            assertThat(now.path("clicks").asInt() - before.path("clicks").asInt())
                    .isEqualTo(2);
            assertThat(now.path("enrollments").asInt()
                            - before.path("enrollments").asInt())
                    .isEqualTo(1);
        });
    }

    @Test
    void thePageOfACourseThatWasTakenShowsWhatThatOneLeadsTo() {
        var lea = people.join("lea.feedback@example.org");
        var first = courseBy(lea, "statistics");
        var last = courseBy(lea, "drawing");
        var page = api.get("/api/v1/learners/me/recommendations?scenario=course-page&courseId=" + first, lea);
        var led = page.json().at("/items/0/reasons");
        assertThat(led)
                .as("taken last was %s: %s", last, page.body())
                .extracting(reason -> reason.path("courseId").asString())
                .contains(first);
    }

    private String courseBy(String learner, String words) {
        var course = api.get("/api/v1/courses?limit=1&q=" + words)
                .json()
                .at("/items/0/id")
                .asString();
        enrol(learner, course);
        return course;
    }

    @Test
    void anAnswerStaysTheSameUntilSomethingChanges() {
        var gus = people.join("gus.feedback@example.org");
        var first = recommended(gus, "home");
        assertThat(first.header("ETag")).isNotEmpty();
        assertThat(recommended(gus, "home").body()).isEqualTo(first.body());
        assertThat(recommended(gus, "home").header("ETag")).isEqualTo(first.header("ETag"));
        enrol(gus, courses(first).get(3));
        assertThat(recommended(gus, "home").text("recommendationId")).isNotEqualTo(first.text("recommendationId"));
    }

    @Test
    void allThatIsWrongIsNamedAndNothingIsTaken() {
        var hal = people.join("hal.feedback@example.org");
        var course = courses(recommended(hal, "home")).get(0);
        var future = new HashMap<>(event("made-up", course, "dismiss"));
        future.put("at", "2999-01-01T00:00:00Z");
        var other = new HashMap<>(event("", "00000000-0000-0000-0000-000000000000", "click"));
        other.remove("recommendationId");
        other.put("learner", "somebody");
        var wrong = api.post(FEEDBACK, Map.of("events", List.of(future, other)), hal);
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(400);
        assertThat(wrong.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder(
                        "events[0].at", "events[0].recommendationId", "events[1].courseId", "events[1].learner");
        assertThat(courses(recommended(hal, "home"))).contains(course);
        assertThat(api.post(FEEDBACK, Map.of("events", List.of()), hal).status())
                .isEqualTo(400);
    }

    @Test
    void aMachineClientTellsOfItsLearners() {
        var client = people.client("learning:write", "recommendations:read");
        var path = "/api/v1/learners/outside-feedback/recommendations?limit=5";
        var answer = api.get(path, client);
        var course = courses(answer).get(0);
        var event = new HashMap<>(event(answer.text("recommendationId"), course, "dismiss"));
        assertThat(api.post(FEEDBACK, Map.of("events", List.of(event)), client).status())
                .as("whose?")
                .isEqualTo(400);
        event.put("learner", "outside-feedback");
        assertThat(api.post(FEEDBACK, Map.of("events", List.of(event)), client).status())
                .isEqualTo(202);
        assertThat(courses(api.get(path, client))).doesNotContain(course);
    }

    @Test
    void statsAreOfTheDaysThatAreAskedFor() {
        assertThat(api.get(STATS + "?from=2020-01-01&to=2020-12-31", admin)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(api.get(STATS + "?from=2020-01-01&to=2020-12-31", admin)
                        .json()
                        .path("byDay"))
                .isEmpty();
        recommended(people.join("jon.feedback@example.org"), "home");
        Awaitility.await().untilAsserted(() -> {
            var stats = api.get(STATS, admin).json();
            var days = stats.path("byDay");
            assertThat(days).isNotEmpty();
            for (var field : List.of("served", "impressions", "clicks", "enrollments")) {
                assertThat(sum(days, field)).as(field).isEqualTo(sum(stats.path("items"), field));
            }
            assertThat(sum(days, "served")).isPositive();
            assertThat(days.get(0).path("day").asString()).hasSize(10);
        });
        assertThat(api.get(STATS + "?from=yesterday", admin).status()).isEqualTo(400);
        assertThat(api.get(STATS + "?from=2020-02-01&to=2020-01-01", admin).status())
                .isEqualTo(400);
    }

    private static long sum(JsonNode items, String field) {
        return items.valueStream().mapToLong(item -> item.path(field).asLong()).sum();
    }

    private Api.Answer recommended(String learner, String scenario) {
        var answer = api.get("/api/v1/learners/me/recommendations?limit=10&scenario=" + scenario, learner);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void enrol(String learner, String course) {
        var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course), learner);
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
    }

    /** What others caused is counted by now: it comes to the database within a second. */
    private JsonNode settledFigures(String version) {
        var last = new AtomicReference<>(figures(version));
        Awaitility.await().during(Duration.ofMillis(1_500)).until(() -> {
            var now = figures(version);
            return now.equals(last.getAndSet(now));
        });
        return last.get();
    }

    private JsonNode figures(String version) {
        var stats = api.get(STATS, admin);
        assertThat(stats.status()).as(stats.body()).isEqualTo(200);
        return StreamSupport.stream(stats.json().path("items").spliterator(), false)
                .filter(item -> item.path("modelVersion").asString().equals(version))
                .findFirst()
                .orElseGet(() -> stats.json().path("none"));
    }

    private static Map<String, String> event(String recommendation, String course, String type) {
        return Map.of("recommendationId", recommendation, "courseId", course, "type", type);
    }

    private static List<String> courses(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(item -> item.path("course").path("id").asString())
                .toList();
    }
}
