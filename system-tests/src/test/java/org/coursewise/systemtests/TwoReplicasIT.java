package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.coursewise.localstack.home.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** What one replica of course does for a learner counts on the other, and both keep one schedule of trainings. */
@Tag("faults")
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class TwoReplicasIT {

    private static final System.Logger LOG = System.getLogger(TwoReplicasIT.class.getName());
    private static final String RECOMMENDATIONS = "/api/v1/learners/me/recommendations?limit=";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TRAINED = Duration.ofMinutes(4);
    private static final long A_SECOND = 1_000;
    private static final int ROUNDS = 5;

    private final LocalStack stack = LocalStack.start(options());
    private final Api api = new Api(stack.addresses().api());
    private final Api first = new Api(stack.addresses().course());
    private final Api second = new Api(URI.create(
            "http://127.0.0.1:" + Ports.replica(stack.addresses().ports().course(), 2)));
    private final People people = new People(stack);
    private final Jobs jobs;
    private final String client;

    TwoReplicasIT() {
        stack.loadSampleData();
        this.client = people.client("catalog:write", "learning:write", "models:train");
        this.jobs = new Jobs(api, client);
        awaitQuiet();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void anEnrolmentCountsInTheNextAnswerHereAndWithinASecondThere() {
        var ann = people.join("ann.replicas@example.org");
        for (var round = 0; round < ROUNDS; round++) {
            var here = round % 2 == 0 ? first : second;
            var there = round % 2 == 0 ? second : first;
            var courses = courses(here, ann, 10);
            assertThat(courses(there, ann, 10)).isEqualTo(courses);
            var taken = courses.get(0);
            var enrolled = here.post("/api/v1/enrollments", Map.of("courseId", taken), ann);
            assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
            var since = System.nanoTime();
            assertThat(courses(here, ann, 10)).doesNotContain(taken);
            assertHeardWithinASecond(there, ann, taken, since);
        }
        assertThat(first.get(RECOMMENDATIONS + 10, ann).json().path("fallback").asBoolean(true))
                .isFalse();
    }

    @Test
    void aDismissedCourseNeverComesBack() {
        var ben = people.join("ben.replicas@example.org");
        assertThat(first.post(
                                "/api/v1/enrollments",
                                Map.of("courseId", courses(first, ben, 10).get(0)),
                                ben)
                        .status())
                .isEqualTo(201);
        var answer = second.get(RECOMMENDATIONS + 10, ben);
        var course =
                answer.json().path("items").get(0).path("course").path("id").asString();
        var event = Map.of("recommendationId", answer.text("recommendationId"), "courseId", course, "type", "dismiss");
        assertThat(second.post("/api/v1/feedback", Map.of("events", List.of(event)), ben)
                        .status())
                .isEqualTo(202);
        var since = System.nanoTime();
        assertThat(courses(second, ben, 200)).doesNotContain(course);
        assertHeardWithinASecond(first, ben, course, since);

        var trained = jobs.succeeded(Jobs.TRAINING, jobs.train()).text("modelVersion");
        assertThat(api.put("/api/v1/admin/models/" + trained + "/promotion", Map.of(), people.admin(), null)
                        .status())
                .isEqualTo(204);
        stack.restart("course-2");
        for (var replica : List.of(first, second)) {
            Awaitility.await().atMost(SOON).until(() -> replica.get(RECOMMENDATIONS + 200, ben)
                    .text("modelVersion")
                    .equals(trained));
            assertThat(courses(replica, ben, 200)).hasSizeGreaterThan(50).doesNotContain(course);
            assertThat(courses(replica, ben, "200&scenario=after-enrolment")).doesNotContain(course);
        }
    }

    @Test
    void theScheduleAsksOnceHoweverManyReplicasThereAreAndOnlyWhenEnoughHasChanged() {
        awaitQuiet();
        var before = scheduled().size();
        enrol("scheduled", 400);
        Awaitility.await().atMost(TRAINED).until(() -> scheduled().size() > before);
        awaitQuiet();
        assertThat(scheduled()).hasSize(before + 1);
        var done = scheduled().get(0);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.path("stages")).hasSizeGreaterThan(3);
        assertThat(done.path("modelVersion").asString()).isNotEmpty();

        enrol("cancelled", 400);
        var next = Awaitility.await().atMost(TRAINED).until(() -> scheduled().get(0), newest -> !newest.path("id")
                .equals(done.path("id")));
        var path = Jobs.TRAINING + next.path("id").asString();
        assertThat(api.delete(path, client, "*").status()).isEqualTo(202);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> api.get(path, client).text("status").equals("cancelled"));
        // what has changed is still new, so the schedule asks again
        awaitQuiet();
    }

    /** No training is open, and none is asked for in more than two times of the schedule. */
    private void awaitQuiet() {
        Awaitility.await()
                .atMost(TRAINED)
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(14))
                .until(() -> all().stream().noneMatch(job -> Set.of("queued", "running")
                        .contains(job.path("status").asString())));
    }

    private void enrol(String name, int learners) {
        var code = api.get("/api/v1/courses?sort=popularity&limit=1")
                .json()
                .path("items")
                .get(0)
                .path("code")
                .asString();
        jobs.imported(
                "enrollments",
                IntStream.range(0, learners)
                        .mapToObj(learner -> name + "-" + learner + "," + code)
                        .collect(Collectors.joining("\n", "learner,course_code\n", "\n")));
    }

    /** The newest first. */
    private List<JsonNode> scheduled() {
        return all().stream()
                .filter(job -> job.path("askedBy").asString().equals("schedule"))
                .toList();
    }

    private List<JsonNode> all() {
        var page = api.get("/api/v1/admin/training-jobs?limit=200", client);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json().path("items").valueStream().toList();
    }

    private static void assertHeardWithinASecond(Api replica, String learner, String course, long since) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(SOON)
                .until(() -> !courses(replica, learner, 200).contains(course));
        var millis = (System.nanoTime() - since) / 1_000_000;
        LOG.log(System.Logger.Level.INFO, "The other replica counts it after {0} ms", millis);
        assertThat(millis).isLessThan(A_SECOND);
    }

    private static List<String> courses(Api replica, String learner, int limit) {
        return courses(replica, learner, Integer.toString(limit));
    }

    private static List<String> courses(Api replica, String learner, String limit) {
        var answer = replica.get(RECOMMENDATIONS + limit, learner);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("course").path("id").asString())
                .toList();
    }

    private static StackOptions options() {
        return StackOptions.in(Path.of(System.getProperty("stack.home") + "-two"))
                .withFresh(true)
                .withPortOffset(LocalStack.freePortOffset())
                .withReplicas("course", 2)
                .withSettings(Map.of(
                        "COURSEWISE_TRAINING_SCHEDULE", "PT6S",
                        "COURSEWISE_TRAINING_CHANGE", "0.01"))
                .withParts(Set.of(
                        "postgres",
                        "kafka",
                        "mongo",
                        "mail",
                        "gateway",
                        "auth",
                        "course",
                        "course-2",
                        "email",
                        "worker"));
    }
}
