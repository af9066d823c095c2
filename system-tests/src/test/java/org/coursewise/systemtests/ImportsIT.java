package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Files of courses and enrolments: every row is taken or refused by its line, whatever dies on the way. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ImportsIT {

    private static final int CHAIN = 2_400;

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String client;
    private final Jobs jobs;

    ImportsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("catalog:write", "learning:write", "models:train");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void aBadRowIsRefusedWithItsLineAndTheOthersAreTaken() {
        var job = jobs.imported("courses", """
                code,title,summary,categories,level,language,prerequisites,unknown
                IMP-1,Importing,"two
                lines",Trade|Ships,beginner,en,,x
                ,No code,,,,,,
                IMP-2,Bad level,,,expert,,,
                IMP-3,Needs the first,,,,,IMP-1,
                IMP-4,Needs nothing there is,,,,,IMP-9,
                IMP-5,Bad language,,,,english language,,
                """);
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
        assertThat(api.get("/api/v1/courses?q=IMP-4").json().path("items")).isEmpty();
    }

    @Test
    void aCourseIsFoundByWhatItHasAndNotByWhatItHasNot() {
        jobs.imported("courses", "code,title,tags\nFIND-1,Findable,Zeppelin\n");
        var path = "/api/v1/courses/" + found("FIND-1").path("id").asString();
        var etag = api.get(path).header("ETag");
        assertThat(api.patch(path, Map.of("description", "Quokkas at dusk"), people.admin(), etag)
                        .status())
                .isEqualTo(200);
        jobs.imported("courses", "code,title\nFIND-1,Discoverable\n");
        for (var word : Set.of("Discoverable", "Zeppelin", "Quokka")) {
            assertThat(found(word).path("code").asString()).as(word).isEqualTo("FIND-1");
        }
        for (var word : Set.of("Findable", "null")) {
            assertThat(api.get("/api/v1/courses?q=" + word).json().path("items"))
                    .as(word)
                    .isEmpty();
        }
    }

    @Test
    void whatARowNeedsMayComeLaterAndARowThatIsRefusedIsNotIn() {
        var job = jobs.imported("courses", """
                code,title,prerequisites
                LATER-1,Needs what comes later,LATER-3
                LATER-2,Needs what never comes,NO-1|NO-2|NO-3
                LATER-4,Needs one that is refused,LATER-2
                LATER-3,Comes later,
                LATER-3,Comes twice,LATER-5
                LATER-5,Is needed,
                """);
        assertThat(List.of("read", "taken", "refused"))
                .extracting(field -> job.json().path(field).asInt())
                .containsExactly(6, 4, 2);
        assertThat(api.get("/api/v1/imports/" + job.text("id") + "/errors", client)
                        .json()
                        .path("items"))
                .extracting(error -> error.path("line").asInt())
                .containsExactly(3, 4);
        for (var needs : Map.of("LATER-1", "LATER-3", "LATER-3", "LATER-5").entrySet()) {
            assertThat(found(needs.getKey()).path("prerequisites"))
                    .extracting(JsonNode::asString)
                    .containsExactly(found(needs.getValue()).path("id").asString());
        }
        assertThat(api.get("/api/v1/courses?q=LATER-2").json().path("items")).isEmpty();
    }

    @Test
    void whatARowNeedsMayComeMuchLater() {
        var rows = IntStream.range(0, 700)
                .mapToObj(row -> "FAR-" + row + ",Far," + (row == 0 ? "FAR-699" : ""))
                .collect(Collectors.joining("\n", "code,title,prerequisites\n", "\n"));
        var job = jobs.imported("courses", rows);
        assertThat(job.json().path("taken").asInt()).isEqualTo(700);
        assertThat(found("FAR-0").path("prerequisites"))
                .extracting(JsonNode::asString)
                .containsExactly(found("FAR-699").path("id").asString());
    }

    @Test
    void aLongWayToACourseThatNeverComesHoldsNobodyUp() {
        var rows = IntStream.range(0, CHAIN)
                .mapToObj(row -> "CHAIN-%d,Chain,%s,CHAIN-%d".formatted(row, "long ".repeat(200), row + 1))
                .collect(Collectors.joining("\n", "code,title,description,prerequisites\n", "\n"));
        var job = jobs.imported("courses", rows);
        assertThat(job.json().path("refused").asInt()).isEqualTo(CHAIN);
        var took = Duration.between(Instant.parse(job.text("startedAt")), Instant.parse(job.text("finishedAt")));
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anImportThatIsCancelledTakesNoMore() {
        var rows = IntStream.range(0, 200_000)
                .mapToObj(row -> "cancelled-" + row + ",NONE-" + row)
                .collect(Collectors.joining("\n", "learner,course_code\n", "\n"));
        var path = Jobs.IMPORTS + jobs.sendFile("enrollments", rows).text("id");
        var others = people.client("catalog:write");
        assertThat(api.get(path, others).status()).isEqualTo(404);
        assertThat(api.delete(path, others, "*").status()).isEqualTo(404);
        assertThat(api.delete(path, client, "*").status()).isEqualTo(202);
        assertThat(api.get(path, client).text("status")).isEqualTo("cancelled");
        assertThat(api.delete(path, client, "*").problem()).isEqualTo("job-ended");
    }

    @Test
    void importsAreListedTheNewestFirstToWhoMayImportTheirKind() {
        var first = jobs.imported("courses", "code,title\nLIST-1,Listed\n").text("id");
        var second = jobs.imported("enrollments", "learner,course_code\nlisted,LIST-1\n")
                .text("id");
        var page = api.get("/api/v1/imports?limit=1", client);
        assertThat(ids(page)).containsExactly(second);
        var item = page.json().at("/items/0");
        assertThat(item.path("kind").asString()).isEqualTo("enrollments");
        assertThat(item.path("taken").asInt()).isEqualTo(1);
        assertThat(Instant.parse(item.path("createdAt").asString()))
                .isBeforeOrEqualTo(Instant.parse(item.path("startedAt").asString()));
        assertThat(page.header("Link")).contains("rel=\"next\"");
        assertThat(ids(api.get("/api/v1/imports?limit=1&cursor=" + page.text("nextCursor"), client)))
                .containsExactly(first);

        var others = people.client("catalog:write");
        assertThat(ids(api.get("/api/v1/imports?limit=1", others))).containsExactly(first);
        assertThat(ids(api.get("/api/v1/imports", people.admin()))).startsWith(second, first);
        assertThat(api.get("/api/v1/imports?cursor=x", client).status()).isEqualTo(400);
    }

    @Test
    void anAdministratorSeesWhatALearnerOfAFileTook() {
        jobs.imported("courses", "code,title\nPAST-1,Taken long ago\n");
        jobs.imported("enrollments", "learner,course_code,enrolled_at\nhistoric,PAST-1,2026-01-01\n");
        for (var token : List.of(people.admin(), client)) {
            var taken = api.get("/api/v1/enrollments?learnerId=historic", token)
                    .json()
                    .path("items");
            assertThat(taken).hasSize(1);
            var course = taken.get(0).path("course");
            assertThat(List.of("code", "title"))
                    .extracting(field -> course.path(field).asString())
                    .containsExactly("PAST-1", "Taken long ago");
            assertThat(course.path("id").asString())
                    .isEqualTo(taken.get(0).path("courseId").asString());
        }
        assertThat(api.get("/api/v1/enrollments", people.admin()).json().path("items"))
                .isEmpty();
        assertThat(api.get("/api/v1/enrollments?learnerId=%20", people.admin()).status())
                .isEqualTo(400);
        var learner = people.join("curious.imports@example.org");
        assertThat(api.get("/api/v1/enrollments?learnerId=historic", learner).status())
                .isEqualTo(403);
    }

    @Test
    void whatWasTakenIsCountedByDay() {
        jobs.imported("courses", "code,title\nDAY-1,Counted\nDAY-2,Counted too\n");
        jobs.imported("enrollments", """
                learner,course_code,enrolled_at,completed_at,status
                daily-1,DAY-1,2003-02-01T23:59:59Z,2003-02-03,
                daily-2,DAY-1,2003-02-01,,cancelled
                daily-2,DAY-2,2003-02-01,,waiting
                daily-1,DAY-2,2003-02-02,,
                """);
        var path = "/api/v1/admin/enrollment-stats";
        assertThat(api.get(path + "?from=2003-02-01&to=2003-02-04", people.admin())
                        .body())
                .isEqualTo("{\"from\":\"2003-02-01\",\"to\":\"2003-02-04\",\"byDay\":["
                        + "{\"day\":\"2003-02-01\",\"enrolled\":2,\"completed\":0},"
                        + "{\"day\":\"2003-02-02\",\"enrolled\":1,\"completed\":0},"
                        + "{\"day\":\"2003-02-03\",\"enrolled\":0,\"completed\":1},"
                        + "{\"day\":\"2003-02-04\",\"enrolled\":0,\"completed\":0}]}");
        assertThat(api.get(path, people.admin()).json().path("byDay")).hasSize(30);
        assertThat(api.get(path + "?from=2002-02-01&to=2003-02-02", people.admin())
                        .problem())
                .isEqualTo("invalid-input");
    }

    private static List<String> ids(Api.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void aRaggedRowAndAQuoteThatIsNeverClosedCostNoOtherRow() {
        var job = jobs.imported("courses", """
                code,title,summary
                RAG-1,First,
                RAG-2,Too,many,cells
                RAG-3,Short
                "RAG-6" ,Quoted too early,
                RAG-4,Fourth,"opened
                RAG-5,Swallowed,
                """);
        assertThat(job.json().path("refused").asInt()).isEqualTo(3);
        assertThat(api.get("/api/v1/imports/" + job.text("id") + "/errors", client)
                        .json()
                        .path("items"))
                .extracting(error -> error.path("line").asInt())
                .containsExactly(3, 5, 6);
        for (var code : Set.of("RAG-1", "RAG-3")) {
            assertThat(found(code).path("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void theSameFileUnderTheSameKeyIsOneImport() {
        var first = jobs.sendFile("courses", "code,title\nKEY-1,Once\n", "key-1");
        var again = jobs.sendFile("courses", "code,title\nKEY-1,Once\n", "key-1");
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(jobs.sendFile("courses", "code,title\nKEY-1,Twice\n", "key-1")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatAFileWithdrawsIsToldAsArchived() {
        jobs.imported("courses", "code,title\nGONE-1,Here\n");
        var id = found("GONE-1").path("id").asString();
        jobs.imported("courses", "code,title,published\nGONE-1,Here,false\n");
        assertThat(api.get("/api/v1/courses/" + id).status()).isEqualTo(404);
        var catalog = new Topic(stack.kafkaBootstrapServers(), "course.catalog.v1");
        Awaitility.await().untilAsserted(() -> assertThat(catalog.read())
                .filteredOn(entry -> entry.key().equals(id))
                .last()
                .satisfies(entry -> assertThat(entry.headers().get("ce_type"))
                        .isEqualTo("org.coursewise.course.catalog.archived")));
    }

    @Test
    void whatWasGivenUpIsNotBroughtBackByTheSameFile() {
        jobs.imported("courses", "code,title\nUP-1,Given up\n");
        var file = "learner,course_code,enrolled_at\nquitter,UP-1,2026-01-01\n";
        jobs.imported("enrollments", file);
        var own =
                api.get("/api/v1/enrollments?learnerId=quitter", client).json().path("items");
        assertThat(api.delete("/api/v1/enrollments/" + own.get(0).path("id").asString(), client, "*")
                        .status())
                .isEqualTo(204);
        jobs.imported("enrollments", file);
        assertThat(api.get("/api/v1/enrollments?learnerId=quitter", client)
                        .json()
                        .path("items"))
                .extracting(item -> item.path("status").asString())
                .containsExactly("cancelled");
    }

    private JsonNode found(String word) {
        return api.get("/api/v1/courses?q=" + word).json().path("items").path(0);
    }

    @Test
    void whatWasCompletedElsewhereBeforeItWasBegunHereWasBegunThere() {
        jobs.imported("courses", "code,title\nEARLIER-1,Completed elsewhere\n");
        jobs.imported("enrollments", "learner,course_code,enrolled_at\nearlier,EARLIER-1,2026-05-01\n");
        jobs.imported(
                "enrollments",
                "learner,course_code,enrolled_at,completed_at\nearlier,EARLIER-1,2026-01-01,2026-02-01\n");
        var own =
                api.get("/api/v1/enrollments?learnerId=earlier", client).json().path("items");
        assertThat(own).hasSize(1);
        assertThat(own.get(0).path("enrolledAt").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(own.get(0).path("completedAt").asString()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var courses = "code,title\nTWICE-1,Once\nTWICE-2,And for all\n";
        jobs.imported("courses", courses);
        var before = api.get("/api/v1/courses?q=TWICE-1").json().path("items").get(0);
        var etag = api.get("/api/v1/courses/" + before.path("id").asString()).header("ETag");
        jobs.imported("courses", courses);
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
            var job = jobs.imported("enrollments", enrollments);
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
        assertThat(jobs.sendFile("enrollments", "").status()).isEqualTo(400);
        assertThat(jobs.sendFile("enrollments", "name,course\na,b\n").problem()).isEqualTo("invalid-input");
        assertThat(jobs.sendFile("people", "a\n").status()).isEqualTo(400);
        for (var file : List.of("\n", "\uFEFF", "\nfoo,bar\na,b\n", "learner,\"course_code\na,b\nc,d\n")) {
            assertThat(jobs.sendFile("enrollments", file).problem()).as(file).isEqualTo("invalid-input");
        }
        var stranger = people.client("catalog:write");
        assertThat(api.send(api.request("/api/v1/imports?kind=enrollments")
                                .header("Authorization", "Bearer " + stranger)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("learner,course_code\n")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anImportSurvivesTheDeathOfItsServerAndOfTheBroker() throws Exception {
        jobs.imported("courses", "code,title\nKILL-1,Survival\nKILL-2,Revival\n");
        var csv = new StringBuilder("learner,course_code\n");
        for (var learner = 0; learner < 60_000; learner++) {
            csv.append("survivor-")
                    .append(learner)
                    .append(",KILL-")
                    .append(1 + learner % 2)
                    .append('\n');
        }
        var sent = jobs.sendFile("enrollments", csv.toString());
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        stack.kill("kafka");
        stack.kill("course");
        stack.restart("kafka");
        stack.restart("course");
        var job = jobs.succeeded(Jobs.IMPORTS, sent);
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
    void trainingThatIsCancelledEnds() {
        var sent = jobs.train();
        var path = Jobs.TRAINING + sent.text("id");
        assertThat(api.delete(path, client, "*").status()).isEqualTo(202);
        assertThat(jobs.ended(Jobs.TRAINING, sent).text("status")).isEqualTo("cancelled");
        assertThat(api.delete(path, client, "*").problem()).isEqualTo("job-ended");
    }
}
