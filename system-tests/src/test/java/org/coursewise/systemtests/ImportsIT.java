package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of courses and enrolments: every row is taken or refused by its line, whatever dies on the way. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ImportsIT {

    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String client;

    ImportsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("catalog:write", "learning:write", "models:train");
    }

    @Test
    void aBadRowIsRefusedWithItsLineAndTheOthersAreTaken() {
        var job = ended(send("courses", """
                code,title,summary,categories,level,language,prerequisites,unknown
                IMP-1,Importing,"two
                lines",Trade|Ships,beginner,en,,x
                ,No code,,,,,,
                IMP-2,Bad level,,,expert,,,
                IMP-3,Needs the first,,,,,IMP-1,
                IMP-4,Needs nothing there is,,,,,IMP-9,
                IMP-5,Bad language,,,,english language,,
                """));
        assertThat(job.text("status")).as(job.body()).isEqualTo("succeeded");
        assertThat(job.json().path("read").asInt()).isEqualTo(6);
        assertThat(job.json().path("refused").asInt()).isEqualTo(4);
        var errors = api.get("/api/v1/imports/" + job.text("id") + "/errors", client)
                .json()
                .path("items");
        assertThat(errors).extracting(error -> error.path("line").asInt()).containsExactly(4, 5, 7, 8);
        assertThat(errors.get(1).path("reason").asString())
                .isEqualTo("level: must be beginner, intermediate, advanced");

        var found = api.get("/api/v1/courses?q=IMP-3").json().path("items").get(0);
        assertThat(found.path("status").asString()).isEqualTo("published");
        assertThat(found.path("prerequisites")).hasSize(1);
        assertThat(api.get("/api/v1/courses?q=IMP-4")
                        .json()
                        .path("items")
                        .get(0)
                        .path("prerequisites"))
                .isEmpty();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var courses = "code,title\nTWICE-1,Once\nTWICE-2,And for all\n";
        ended(send("courses", courses));
        var before = api.get("/api/v1/courses?q=TWICE-1").json().path("items").get(0);
        var etag = api.get("/api/v1/courses/" + before.path("id").asString()).header("ETag");
        ended(send("courses", courses));
        assertThat(api.get("/api/v1/courses/" + before.path("id").asString()).header("ETag"))
                .isEqualTo(etag);

        var enrollments = """
                learner,course_code,enrolled_at,completed_at
                twin,TWICE-1,2026-01-01,
                twin,TWICE-2,,2026-02-01
                twin,TWICE-1,2026-01-01,
                twin,NOWHERE,,
                """;
        for (var time = 1; time <= 2; time++) {
            var job = ended(send("enrollments", enrollments));
            assertThat(job.json().path("taken").asInt()).isEqualTo(3);
            assertThat(job.json().path("refused").asInt()).isEqualTo(1);
            var own =
                    api.get("/api/v1/enrollments?learnerId=twin", client).json().path("items");
            assertThat(own)
                    .extracting(item -> item.path("status").asString())
                    .containsExactlyInAnyOrder("active", "completed");
            assertThat(api.get("/api/v1/courses/" + before.path("id").asString())
                            .json()
                            .path("enrolled")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aFileThatIsNoneIsRefusedAtOnce() {
        assertThat(send("enrollments", "").status()).isEqualTo(400);
        assertThat(send("enrollments", "name,course\na,b\n").problem()).isEqualTo("invalid-input");
        assertThat(send("people", "a\n").status()).isEqualTo(400);
        var stranger = people.client("catalog:write");
        assertThat(api.send(api.request("/api/v1/imports?kind=enrollments")
                                .header("Authorization", "Bearer " + stranger)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("learner,course_code\n")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anImportSurvivesTheDeathOfItsServer() throws Exception {
        ended(send("courses", "code,title\nKILL-1,Survival\nKILL-2,Revival\n"));
        var csv = new StringBuilder("learner,course_code\n");
        for (var learner = 0; learner < 60_000; learner++) {
            csv.append("survivor-")
                    .append(learner)
                    .append(",KILL-")
                    .append(1 + learner % 2)
                    .append('\n');
        }
        var sent = send("enrollments", csv.toString());
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        stack.kill("course");
        stack.restart("course");
        var job = ended(sent);
        assertThat(job.text("status")).as(job.body()).isEqualTo("succeeded");
        assertThat(job.json().path("taken").asInt()).isEqualTo(60_000);
        for (var code : Set.of("KILL-1", "KILL-2")) {
            assertThat(api.get("/api/v1/courses?q=" + code)
                            .json()
                            .path("items")
                            .get(0)
                            .path("enrolled")
                            .asInt())
                    .isEqualTo(30_000);
        }
    }

    @Test
    void trainingSurvivesTheDeathOfItsWorker() {
        stack.loadSampleData();
        var sent = api.post("/api/v1/admin/training-jobs", Map.of(), client);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        var path = "/api/v1/admin/training-jobs/" + sent.text("id");
        Awaitility.await().until(() -> api.get(path, client).text("status").equals("running"));
        stack.kill("worker");
        stack.restart("worker");
        var job = Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> api.get(path, client), answer -> ENDED.contains(answer.text("status")));
        assertThat(job.text("status")).as(job.body()).isEqualTo("succeeded");
        assertThat(job.text("modelVersion")).isNotBlank();
    }

    @Test
    void trainingThatIsCancelledEnds() {
        var sent = api.post("/api/v1/admin/training-jobs", Map.of(), client);
        var path = "/api/v1/admin/training-jobs/" + sent.text("id");
        assertThat(api.delete(path, client, "*").status()).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> ENDED.contains(api.get(path, client).text("status")));
        assertThat(api.get(path, client).text("status")).isEqualTo("cancelled");
        assertThat(api.delete(path, client, "*").problem()).isEqualTo("job-ended");
    }

    private Api.Answer send(String kind, String csv) {
        return api.send(api.request("/api/v1/imports?kind=" + kind)
                .header("Authorization", "Bearer " + client)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
    }

    private Api.Answer ended(Api.Answer sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreException(Api.Unreachable.class)
                .until(
                        () -> api.get("/api/v1/imports/" + sent.text("id"), client),
                        answer -> answer.status() == 200 && ENDED.contains(answer.text("status")));
    }
}
