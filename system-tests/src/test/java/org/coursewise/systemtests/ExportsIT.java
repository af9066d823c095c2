package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is what an import takes. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExportsIT {

    private static final String COURSES_HEADER =
            "code,title,summary,description,categories,tags,level,language,instructors,durationHours,capacity,"
                    + "prerequisites,published,archived,enrollFrom,enrollUntil,startsAt,endsAt,id,createdAt,publishedAt\r\n";
    private static final String ENROLLMENTS_HEADER =
            "learner,course_code,enrolled_at,completed_at,status,certificate_id\r\n";
    private static final String REVIEWS_HEADER = "learner,course_code,rating,at,written_at,comment,status\r\n";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String client;
    private final Jobs jobs;

    ExportsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("catalog:write", "learning:write");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void coursesAreExportedAsTheyWereImportedAndNothingChangesWhenTheyComeAgain() {
        var rows = """
                EXP-1,'=1+1,"two
                lines","'-a list
                - of things",Trade|Ships,'@knots|sails,beginner,en,someone,0.3333333333333333,3,,true,false,2026-01-01T00:00:00Z,2026-12-01T08:30:00Z,2027-01-01T00:00:00.123456Z,2027-06-30T00:00:00Z,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9001,2025-01-01T00:00:00Z,2025-02-01T00:00:00.500Z
                EXP-2,''=quoted,'a',,,,,,,,,EXP-4|EXP-1,false,false,,2026-05-01T00:00:00Z,,,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9002,2025-01-02T00:00:00Z,
                EXP-3,Gone,,,,,,,,,,,false,true,,,,,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9003,2025-01-03T00:00:00Z,2025-01-04T00:00:00Z
                EXP-4,Needed,,,,,advanced,de-AT,,12,,,true,false,,,,,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9004,2025-01-05T00:00:00Z,2025-01-06T00:00:00Z
                """.replaceAll("(?<!two|list)\n", "\r\n");
        for (var time = 1; time <= 2; time++) {
            var job = jobs.imported("courses", COURSES_HEADER + rows);
            assertThat(job.json().path("refused").asInt()).as(job.body()).isZero();
            assertThat(lines(exported("courses"), "EXP-")).isEqualTo(rows);
        }
        var first = api.get("/api/v1/courses?q=EXP-1").json().path("items").get(0);
        assertThat(first.path("title").asString()).isEqualTo("=1+1");
        assertThat(first.path("tags").get(0).asString()).isEqualTo("@knots");
        assertThat(first.path("id").asString()).isEqualTo("0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9001");
        assertThat(first.path("createdAt").asString()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(first.path("publishedAt").asString()).isEqualTo("2025-02-01T00:00:00.500Z");
    }

    @Test
    void theIdOfACourseIsItsOwnAndStays() {
        var header = "code,title,id\r\n";
        var first = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9011";
        jobs.imported("courses", header + "OWN-1,First," + first + "\r\n");
        var job = jobs.imported(
                "courses",
                header + "OWN-2,Second," + first + "\r\nOWN-1,First anew,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9012\r\n"
                        + "OWN-3,Third,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9013\r\n"
                        + "OWN-4,Fourth,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9013\r\nOWN-5,Fifth,five\r\n");
        assertThat(reasons(job))
                .containsExactlyInAnyOrder(
                        "id: is that of course OWN-1", "id: is that of course OWN-3", "id: must be a UUID");
        assertThat(api.get("/api/v1/courses/" + first).text("title")).isEqualTo("First anew");
    }

    @Test
    void enrollmentsAreExportedWithAllThatBecameOfThem() {
        jobs.imported("courses", "code,title,capacity\nEXPORTED-1,Small,1\nEXPORTED-2,Large,\n");
        var rows = """
                '=cmd,EXPORTED-1,2026-01-01T00:00:00Z,,active,
                exp-ann,EXPORTED-1,2026-01-02T00:00:00Z,,waiting,
                exp-bob,EXPORTED-1,,,cancelled,
                exp-bob,EXPORTED-1,2026-01-03T10:20:30.123456Z,,waiting,
                exp-ann,EXPORTED-2,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z,completed,0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77
                exp-bob,EXPORTED-2,,,completed,
                """.replace("\n", "\r\n");
        for (var time = 1; time <= 2; time++) {
            var job = jobs.imported("enrollments", ENROLLMENTS_HEADER + rows);
            assertThat(job.json().path("refused").asInt()).as(job.body()).isZero();
            assertThat(lines(exported("enrollments"), "EXPORTED-")).isEqualTo(rows);
        }
        assertThat(enrolled("EXPORTED-1")).isEqualTo(1);
    }

    @Test
    void aLearnerIsNamedAsInFiles() {
        jobs.imported("courses", "code,title\nNAMED-1,Named\n");
        var course =
                api.get("/api/v1/courses?q=NAMED-1").json().at("/items/0/id").asString();
        var enrolled = api.post("/api/v1/enrollments", Map.of("courseId", course, "learnerId", " =exp named "), client);
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        assertThat(lines(exported("enrollments"), "NAMED-1")).startsWith("'=exp named,NAMED-1,");
        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", course, "learnerId", "two\nlines"), client)
                        .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void whatWasGivenUpElsewhereIsGivenUpHereAndItsSeatGoesToWhoWaits() {
        jobs.imported("courses", "code,title,capacity\nFREED-1,One seat,1\n");
        var first = "free-ann,FREED-1,2026-01-01T00:00:00Z,,";
        var second = "free-bob,FREED-1,2026-01-02T00:00:00Z,,waiting,\r\n";
        jobs.imported("enrollments", ENROLLMENTS_HEADER + first + "active,\r\n" + second);
        jobs.imported("enrollments", ENROLLMENTS_HEADER + first + "cancelled,\r\n" + second);
        assertThat(lines(exported("enrollments"), "FREED-1"))
                .contains(first + "cancelled,")
                .containsPattern("free-bob,FREED-1,[^,]*,,active");
        assertThat(enrolled("FREED-1")).isEqualTo(1);
    }

    @Test
    void reviewsAreExportedWithTheirWordsAlsoThoseThatAreHiddenAndWithoutWhatWasTakenBack() {
        var admin = people.admin();
        var courses = new ReviewedCourses(stack, admin);
        var course = courses.published("EXPREV-1");
        var rows = """
                exprev-ann,EXPREV-1,5,2026-01-02T10:20:30.123456Z,2026-01-01T00:00:00Z,"'=1+1, ""quoted""
                and a second line",shown
                exprev-bob,EXPREV-1,1,2026-01-03T00:00:00Z,2026-01-03T00:00:00Z,,shown
                exprev-cyd,EXPREV-1,1,2026-01-04T00:00:00Z,2026-01-04T00:00:00Z,Fools,hidden
                """.replaceAll("(?<!quoted\"\")\n", "\r\n");
        for (var time = 1; time <= 2; time++) {
            var job = jobs.imported("reviews", REVIEWS_HEADER + rows);
            assertThat(job.json().path("refused").asInt()).as(job.body()).isZero();
            assertThat(lines(exported("reviews"), "EXPREV-")).isEqualTo(rows);
        }
        assertThat(courses.rating(course)).isEqualTo("3.0 of 2");
        var shown = courses.shown(course);
        assertThat(shown)
                .extracting(review -> review.path("comment").asString())
                .containsExactly("", "=1+1, \"quoted\"\nand a second line");
        assertThat(shown.get(1).path("editedAt").asString()).isEqualTo("2026-01-02T10:20:30.123456Z");

        var gina = people.join("gina.exports@example.org");
        courses.reviewed(gina, course, 3, "Mine");
        assertThat(lines(exported("reviews"), "EXPREV-")).contains(",Mine,shown\r\n");
        assertThat(api.delete(ReviewedCourses.own(course), gina, null).status()).isEqualTo(204);
        var hidden = api.put(
                "/api/v1/admin/reviews/" + shown.get(0).path("id").asString() + "/hidden", Map.of(), admin, null);
        assertThat(hidden.status()).as(hidden.body()).isEqualTo(204);
        assertThat(lines(exported("reviews"), "EXPREV-"))
                .isEqualTo(rows.replace("03T00:00:00Z,,shown", "03T00:00:00Z,,hidden"));
    }

    @Test
    void aStatusThatContradictsItsRowIsRefused() {
        jobs.imported("courses", "code,title\nSTATUS-1,Stated\n");
        var job = jobs.imported(
                "enrollments",
                ENROLLMENTS_HEADER + "a,STATUS-1,,2026-01-01,active,\r\nb,STATUS-1,,,asleep,\r\nc,STATUS-1,,,,\r\n");
        assertThat(reasons(job))
                .containsExactly(
                        "status: must be completed where there is a completed_at",
                        "status: must be active, completed, waiting, cancelled");
        assertThat(lines(exported("enrollments"), "STATUS-1")).isEqualTo("c,STATUS-1,,,active,\r\n");
    }

    @Test
    void aFileHasANameAndTheLogSaysWhoTookIt() {
        var answer = exported("courses");
        assertThat(answer.header("Content-Type")).startsWith("text/csv").containsIgnoringCase("charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"courses.csv\"");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> logs().contains("Exported courses as csv to "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?kind=", "?kind=people", "?kind=courses&format=xml", "?kind=reviews&format=oneroster"})
    void aKindThatIsNoneIsA400(String query) {
        var answer = api.get("/api/v1/exports" + query, client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-input");
    }

    @Test
    void aClientTakesOnlyWhatItsScopeIsFor() {
        var catalog = people.client("catalog:write");
        var learning = people.client("learning:write");
        for (var kind : List.of("courses", "sections", "lessons")) {
            assertThat(taken(kind, catalog)).as(kind).isEqualTo(200);
            assertThat(taken(kind, learning)).as(kind).isEqualTo(403);
        }
        for (var kind : List.of("enrollments", "completions", "reviews")) {
            assertThat(taken(kind, catalog)).as(kind).isEqualTo(403);
            assertThat(taken(kind, learning)).as(kind).isEqualTo(200);
        }
        assertThat(api.get("/api/v1/exports?kind=courses", learning).problem()).isEqualTo("forbidden");
        assertThat(taken("courses", people.admin())).isEqualTo(200);
    }

    private int taken(String kind, String token) {
        return api.get("/api/v1/exports?kind=" + kind, token).status();
    }

    private List<String> reasons(Api.Answer job) {
        return api.get(Jobs.IMPORTS + job.text("id") + "/errors", client)
                .json()
                .path("items")
                .valueStream()
                .map(error -> error.path("reason").asString())
                .toList();
    }

    private Api.Answer exported(String kind) {
        var answer = api.get("/api/v1/exports?kind=" + kind, client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** What the server writes, also to itself alone. */
    private String logs() throws IOException {
        try (var files = Files.walk(stack.home())) {
            var text = new StringBuilder();
            for (var file : files.filter(path -> path.toString().contains("coursewise-course"))
                    .filter(path -> path.getFileName().toString().startsWith("messages"))
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private int enrolled(String code) {
        return api.get("/api/v1/courses?q=" + code)
                .json()
                .path("items")
                .get(0)
                .path("enrolled")
                .asInt();
    }

    /** The rows that are about what this class made, in the order of the file. */
    private static String lines(Api.Answer file, String prefix) {
        return List.of(file.body().split("(?<=\r\n)")).stream()
                .filter(row -> row.contains(prefix))
                .collect(Collectors.joining());
    }
}
