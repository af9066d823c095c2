package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files bring which lessons were done elsewhere, and the certificates that were issued there. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProgressFilesIT {

    private static final String COMPLETIONS = "learner,course_code,lesson_id,completed_at,enrolled_at,status\r\n";
    private static final String ENROLLMENTS = "learner,course_code,enrolled_at,completed_at,status,certificate_id\r\n";

    private final Api api;
    private final People people;
    private final Administration administration;
    private final String admin;
    private final String client;
    private final Jobs jobs;
    private final Lectures lectures;

    ProgressFilesIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.administration = new Administration(stack);
        this.admin = people.admin();
        this.client = people.client("catalog:write", "learning:write");
        this.jobs = new Jobs(api, client);
        this.lectures = new Lectures(api, admin);
    }

    @Test
    void lessonsThatWereDoneCountAndCompleteNothing() {
        var lessons = lectures.lessons(lectures.published("DONE-1"), "one", "two");
        jobs.imported("enrollments", "learner,course_code,enrolled_at\ndone-ann,DONE-1,2026-01-01\n");
        var rows = """
                done-ann,DONE-1,%s,2026-01-02T10:20:30.123456Z,2026-01-01T00:00:00Z,active
                done-ann,DONE-1,%s,2026-01-03T00:00:00Z,2026-01-01T00:00:00Z,active
                """.formatted(lessons.get(0), lessons.get(1)).replace("\n", "\r\n");
        for (var time = 1; time <= 2; time++) {
            assertThat(reasons("completions", COMPLETIONS + rows)).isEmpty();
            assertThat(exported("DONE-1")).isEqualTo(rows);
        }
        var enrollment = enrollment("done-ann", 0);
        assertThat(progress(enrollment)).isEqualTo("2 of 2");
        var seen = api.get("/api/v1/enrollments/" + enrollment, client).json();
        assertThat(seen.path("status").asString()).isEqualTo("active");
        assertThat(seen.path("certificateId").isNull()).isTrue();
        assertThat(reasons("completions", COMPLETIONS + rows.replace("2026-01-03", "2026-01-04")))
                .isEmpty();
        assertThat(exported("DONE-1")).as("what is there stays").isEqualTo(rows);
        assertThat(reasons("completions", COMPLETIONS + rows.replace("2026-01-03", "9999-01-03")))
                .containsExactly("3 completed_at: lies in the future");
    }

    @Test
    void theProgressOfAPlaceThatWasGivenUpStaysWithIt() {
        var lessons = lectures.lessons(lectures.published("DONE-2"), "one", "two");
        jobs.imported("enrollments", """
                learner,course_code,enrolled_at,status
                done-bob,DONE-2,2025-01-01,cancelled
                done-bob,DONE-2,2026-01-01,active
                """);
        var rows = """
                done-bob,DONE-2,%1$s,2025-01-02T00:00:00Z,2025-01-01T00:00:00Z,cancelled
                done-bob,DONE-2,%2$s,2025-01-03T00:00:00Z,2025-01-01T00:00:00Z,cancelled
                done-bob,DONE-2,%1$s,2026-01-02T00:00:00Z,2026-01-01T00:00:00Z,active
                """.formatted(lessons.get(0), lessons.get(1)).replace("\n", "\r\n");
        assertThat(reasons("completions", COMPLETIONS + rows)).isEmpty();
        assertThat(exported("DONE-2")).isEqualTo(rows);
        assertThat(List.of(progress(enrollment("done-bob", 0)), progress(enrollment("done-bob", 1))))
                .containsExactlyInAnyOrder("2 of 2", "1 of 2");
    }

    @Test
    void aLessonNobodyKnowsOrALearnerWithoutAPlaceIsRefusedByItsLine() {
        var lesson = lectures.lessons(lectures.published("DONE-3"), "one").get(0);
        var elsewhere = lectures.lessons(lectures.published("DONE-4"), "one").get(0);
        jobs.imported(
                "enrollments",
                "learner,course_code,status\ndone-cyd,DONE-3,\ndone-dan,DONE-3,waiting\ndone-eve,DONE-3,cancelled\n");
        assertThat(reasons("completions", COMPLETIONS + """
                done-cyd,NOWHERE,%1$s,2026-01-01,,
                done-cyd,DONE-3,%2$s,2026-01-01,,
                done-dan,DONE-3,%1$s,2026-01-01,,
                done-eve,DONE-3,%1$s,2026-01-01,,active
                done-eve,DONE-3,%1$s,2026-01-01,2026-01-01,cancelled
                done-cyd,DONE-3,%1$s,,,
                done-cyd,DONE-3,one,2026-01-01,,
                done-cyd,DONE-3,,2026-01-01,,
                done-cyd,DONE-3,%1$s,2026-01-01,,asleep
                done-cyd,DONE-3,%1$s,2026-01-01,,
                """.formatted(lesson, elsewhere)))
                .containsExactly(
                        "2 course_code: there is no course NOWHERE; import courses first",
                        "3 lesson_id: course DONE-3 has no lesson " + elsewhere + "; import lessons first",
                        "4 learner: has no place in course DONE-3; import enrollments first",
                        "5 learner: has no place in course DONE-3; import enrollments first",
                        "6 learner: has given up no place of that time in course DONE-3; import enrollments first",
                        "7 completed_at: is empty",
                        "8 lesson_id: must be a UUID",
                        "9 lesson_id: is empty",
                        "10 status: must be active, completed, cancelled");
        assertThat(progress(enrollment("done-cyd", 0))).isEqualTo("1 of 1");
    }

    @Test
    void aCertificateThatWasIssuedElsewhereCanBeVerifiedHere() {
        var course = lectures.published("CERT-1");
        var certificate = UUID.randomUUID();
        var row = "cert-ann,CERT-1,2026-01-01,2026-02-01T10:20:30.123456Z,completed,";
        assertThat(reasons("enrollments", ENROLLMENTS + row + "\r\n")).isEmpty();
        for (var time = 1; time <= 2; time++) {
            assertThat(reasons("enrollments", ENROLLMENTS + row + certificate + "\r\n"))
                    .isEmpty();
        }
        var shown = api.get("/api/v1/certificates/" + certificate);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.text("courseId")).isEqualTo(course);
        assertThat(shown.text("courseCode")).isEqualTo("CERT-1");
        assertThat(shown.text("completedAt")).isEqualTo("2026-02-01T10:20:30.123456Z");

        var other = UUID.randomUUID();
        assertThat(reasons("enrollments", ENROLLMENTS + """
                cert-bob,CERT-1,,2026-02-01,,%1$s
                cert-ann,CERT-1,,2026-02-01,,%2$s
                cert-cyd,CERT-1,,2026-02-01,,%3$s
                cert-dan,CERT-1,,2026-02-01,,%3$s
                cert-cyd,CERT-1,,2026-02-01,,%2$s
                cert-eve,CERT-1,2026-01-01,,active,%2$s
                cert-eve,CERT-1,2026-01-01,,completed,%2$s
                cert-eve,CERT-1,2026-01-01,2026-02-01,,seven
                cert-fay,NOWHERE,2026-01-01,2026-02-01,,%1$s
                """.formatted(certificate, other, UUID.randomUUID())))
                .containsExactly(
                        "2 certificate_id: is that of another enrolment",
                        "3 certificate_id: the enrolment has another one, which stays",
                        "5 certificate_id: is that of another enrolment",
                        "6 certificate_id: the enrolment has another one, which stays",
                        "7 certificate_id: needs a completed_at",
                        "8 certificate_id: needs a completed_at",
                        "9 certificate_id: must be a UUID",
                        "10 course_code: there is no course NOWHERE; import courses first");
        assertThat(api.get("/api/v1/certificates/" + certificate).body()).isEqualTo(shown.body());
        assertThat(api.get("/api/v1/certificates/" + other).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/enrollments?learnerId=cert-bob", client)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aCertificateOfAPlaceThatWasGivenUpHereIsTold() {
        lectures.published("CERT-2");
        jobs.imported("enrollments", "learner,course_code,enrolled_at,status\ncert-guy,CERT-2,2026-01-01,cancelled\n");
        assertThat(reasons(
                        "enrollments",
                        ENROLLMENTS + "cert-guy,CERT-2,2026-01-01,2026-02-01,," + UUID.randomUUID() + "\r\n"))
                .containsExactly("2 certificate_id: the enrolment was given up here");
    }

    @Test
    void anAccountTakesOverLessonsAndCertificateOfItsOutsideLearner() {
        var begun = lectures.published("JOIN-1");
        var lessons = lectures.lessons(begun, "one", "two");
        var ended = lectures.published("JOIN-2");
        var ina = people.join("ina.progress@example.org");
        for (var course : List.of(begun, ended)) {
            var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course), ina);
            assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        }
        var certificate = UUID.randomUUID();
        assertThat(reasons(
                        "enrollments",
                        ENROLLMENTS + "join-out,JOIN-1,2026-01-01,,,\r\njoin-out,JOIN-2,2026-01-01,2026-02-01,,"
                                + certificate + "\r\n"))
                .isEmpty();
        assertThat(reasons("completions", COMPLETIONS + "join-out,JOIN-1," + lessons.get(0) + ",2026-01-02,,\r\n"))
                .isEmpty();
        var shown = api.get("/api/v1/certificates/" + certificate).body();

        var account = administration.idOf("ina.progress@example.org");
        assertThat(administration.linkTo(account, "join-out").status()).isEqualTo(204);
        Awaitility.await().untilAsserted(() -> assertThat(own(ina, ended, "certificateId"))
                .isEqualTo(certificate.toString()));
        assertThat(own(ina, ended, "status")).isEqualTo("completed");
        assertThat(api.get("/api/v1/certificates/" + certificate).body()).isEqualTo(shown);
        assertThat(progress(own(ina, begun, "id"))).isEqualTo("1 of 2");
        assertThat(reasons(
                        "completions",
                        COMPLETIONS + "join-out,JOIN-1," + lessons.get(1) + ",2026-01-03,2026-01-01,active\r\n"))
                .isEmpty();
        assertThat(progress(own(ina, begun, "id"))).isEqualTo("2 of 2");
    }

    @Test
    void aFileNeedsItsColumnsAndTheScope() {
        assertThat(jobs.sendFile("completions", "learner,course_code,lesson_id\na,b,c\n")
                        .problem())
                .isEqualTo("invalid-input");
        var catalog = new Jobs(api, people.client("catalog:write"));
        assertThat(catalog.sendFile("completions", COMPLETIONS).status()).isEqualTo(403);
    }

    /** Lines and reasons. */
    private List<String> reasons(String kind, String csv) {
        var job = jobs.imported(kind, csv);
        return api.get(Jobs.IMPORTS + job.text("id") + "/errors", client)
                .json()
                .path("items")
                .valueStream()
                .map(error ->
                        error.path("line").asInt() + " " + error.path("reason").asString())
                .toList();
    }

    private String exported(String code) {
        var answer = api.get("/api/v1/exports?kind=completions", client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return List.of(answer.body().split("(?<=\r\n)")).stream()
                .filter(row -> row.contains("," + code + ","))
                .collect(Collectors.joining());
    }

    private String enrollment(String learner, int index) {
        return api.get("/api/v1/enrollments?learnerId=" + learner, client)
                .json()
                .path("items")
                .get(index)
                .path("id")
                .asString();
    }

    private String own(String token, String course, String field) {
        return api.get("/api/v1/enrollments", token)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("courseId").asString().equals(course))
                .map(item -> item.path(field).asString(""))
                .findFirst()
                .orElse("");
    }

    private String progress(String enrollment) {
        var progress = api.get("/api/v1/enrollments/" + enrollment + "/progress", admin)
                .json();
        return progress.path("completed").asInt() + " of "
                + progress.path("total").asInt();
    }
}
