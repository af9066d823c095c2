package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files bring reviews that were written elsewhere: the latest word stays, and a course's figures are right afterwards. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReviewImportsIT {

    private static final String HEADER = "learner,course_code,rating,at\n";

    private final Api api;
    private final People people;
    private final Administration administration;
    private final ReviewedCourses courses;
    private final Jobs jobs;
    private final String client;
    private final String admin;

    ReviewImportsIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.administration = new Administration(stack);
        this.admin = people.admin();
        this.courses = new ReviewedCourses(stack, admin);
        this.client = people.client("learning:write");
        this.jobs = new Jobs(api, client);
    }

    @Test
    void theSameFileTwiceChangesNothingAndABadRowIsRefusedWithItsLine() {
        var course = courses.published("RIMP-1");
        var file = HEADER + """
                rimp-1,RIMP-1,5,2026-01-01
                rimp-2,RIMP-1,4.0,2026-01-01T10:00:00Z
                rimp-3,RIMP-1,1,
                rimp-4,RIMP-1,0,2026-01-01
                rimp-5,RIMP-1,6,2026-01-01
                rimp-6,RIMP-1,4.5,2026-01-01
                rimp-7,RIMP-1,,2026-01-01
                rimp-8,RIMP-1,3,9999-01-01
                rimp-9,NOWHERE,3,2026-01-01
                rimp-1,RIMP-1,2,2025-01-01
                """;
        var before = "";
        for (var time = 1; time <= 2; time++) {
            var job = jobs.imported("reviews", file);
            assertThat(List.of("read", "taken", "refused"))
                    .extracting(field -> job.json().path(field).asInt())
                    .containsExactly(10, 4, 6);
            assertThat(api.get("/api/v1/imports/" + job.text("id") + "/errors", client)
                            .json()
                            .path("items"))
                    .extracting(error -> error.path("line").asInt())
                    .containsExactly(5, 6, 7, 8, 9, 10);
            assertThat(courses.rating(course)).isEqualTo("3.33 of 3");
            var now = courses.shown(course).toString();
            assertThat(now).isEqualTo(time == 1 ? now : before);
            before = now;
        }
    }

    @Test
    void theLatestWordStaysWhereverItWasSaid() {
        var gail = people.join("gail.imports@example.org");
        var id = api.get("/api/v1/users/me", gail).text("id");
        var course = courses.published("RIMP-2");
        courses.reviewed(gail, course, 4, "My words");
        jobs.imported("reviews", HEADER + id + ",RIMP-2,1,2026-01-01\n");
        jobs.imported("reviews", HEADER + id + ",RIMP-2,1,\n");
        assertThat(courses.rating(course)).isEqualTo("4.0 of 1");

        var outside = HEADER + "rimp-late,RIMP-2,1,2026-01-01\n";
        jobs.imported("reviews", outside);
        assertThat(courses.rating(course)).isEqualTo("2.5 of 2");
        jobs.imported("reviews", HEADER + "rimp-late,RIMP-2,2,2026-01-02\n");
        assertThat(courses.rating(course)).isEqualTo("3.0 of 2");
        jobs.imported("reviews", outside);
        assertThat(courses.rating(course)).as("an older word").isEqualTo("3.0 of 2");

        assertThat(courses.review(gail, course, 5, "My words").status()).isEqualTo(204);
        var review = api.get(ReviewedCourses.own(course), gail);
        var later = review.text("editedAt").replaceFirst("T.*", "T23:59:59Z");
        jobs.imported("reviews", HEADER + id + ",RIMP-2,2," + later + "\n");
        assertThat(api.get(ReviewedCourses.own(course), gail).text("comment")).isEqualTo("My words");
        assertThat(courses.rating(course)).as("a later word").isEqualTo("2.0 of 2");
    }

    @Test
    void wordsComeWithTheirStarsAndThoseThatAreThereStayBesideStarsWithoutAny() {
        var course = courses.published("RIMP-WORDS");
        var header = "learner,course_code,rating,at,written_at,comment\n";
        var job = jobs.imported("reviews", header + """
                rimp-words,RIMP-WORDS,5,2026-01-02,2026-01-01,"Two
                lines"
                rimp-words-2,RIMP-WORDS,5,2026-01-02,2026-01-03,Written later than at
                rimp-words-3,RIMP-WORDS,5,,2026-01-03,At is missing
                rimp-words-4,RIMP-WORDS,5,,,%s
                """.formatted("x".repeat(4_001)));
        assertThat(job.json().path("refused").asInt()).isEqualTo(3);
        assertThat(courses.shown(course)).singleElement().satisfies(review -> {
            assertThat(review.path("comment").asString()).isEqualTo("Two\nlines");
            assertThat(review.path("at").asString()).isEqualTo("2026-01-01T00:00:00Z");
        });
        jobs.imported("reviews", HEADER + "rimp-words,RIMP-WORDS,4,2026-01-04\n");
        assertThat(courses.rating(course)).isEqualTo("4.0 of 1");
        assertThat(courses.shown(course).get(0).path("comment").asString()).isEqualTo("Two\nlines");
        jobs.imported("reviews", header + "rimp-words,RIMP-WORDS,4,2026-01-05,,Other words\n");
        assertThat(courses.shown(course).get(0).path("comment").asString()).isEqualTo("Other words");
    }

    @Test
    void whatWasTakenBackOrHiddenIsNotBroughtBackByTheSameFile() {
        var hugo = people.join("hugo.imports@example.org");
        var course = courses.published("RIMP-3");
        var file = HEADER + api.get("/api/v1/users/me", hugo).text("id") + ",RIMP-3,1,2026-01-01\n"
                + "rimp-hidden,RIMP-3,2,2026-01-02\n";
        jobs.imported("reviews", file);
        assertThat(courses.rating(course)).isEqualTo("1.5 of 2");
        assertThat(api.delete(ReviewedCourses.own(course), hugo, null).status()).isEqualTo(204);
        var other = courses.shown(course).get(0).path("id").asString();
        var hidden = api.send(api.request("/api/v1/admin/reviews/" + other + "/hidden")
                .header("Authorization", "Bearer " + admin)
                .PUT(BodyPublishers.noBody()));
        assertThat(hidden.status()).isEqualTo(204);
        jobs.imported("reviews", file + "rimp-hidden,RIMP-3,5,2026-01-03\n");
        assertThat(courses.rating(course)).isEqualTo("none of 0");
        assertThat(api.get(ReviewedCourses.own(course), hugo).status()).isEqualTo(404);
    }

    @Test
    void aFileHidesWhatWasHiddenElsewhereButDecidesNothingThatWasDecidedHere() {
        var course = courses.published("RIMP-HIDE");
        var header = "learner,course_code,rating,at,status\n";
        var file = header + "rimp-a,RIMP-HIDE,1,2026-01-02,hidden\nrimp-b,RIMP-HIDE,5,2026-01-02,shown\n";
        for (var time = 1; time <= 2; time++) {
            jobs.imported("reviews", file);
            assertThat(courses.rating(course)).isEqualTo("5.0 of 1");
        }
        jobs.imported("reviews", file.replace("hidden", "shown").replace("01-02", "01-03"));
        assertThat(courses.rating(course)).as("no file shows anything again").isEqualTo("5.0 of 1");

        jobs.imported("reviews", header + "rimp-b,RIMP-HIDE,4,2026-01-01,hidden\nrimp-b,RIMP-HIDE,4,,hidden\n");
        assertThat(courses.rating(course))
                .as("older words are not those that are here")
                .isEqualTo("5.0 of 1");
        jobs.imported("reviews", header + "rimp-b,RIMP-HIDE,5,2026-01-03,hidden\nrimp-c,RIMP-HIDE,2,,hidden\n");
        assertThat(courses.rating(course)).as("the same words").isEqualTo("none of 0");

        for (var review : hiddenOf(course)) {
            var shown = api.delete("/api/v1/admin/reviews/" + review + "/hidden", admin, null);
            assertThat(shown.status()).as(shown.body()).isEqualTo(204);
        }
        assertThat(courses.rating(course)).isEqualTo("2.67 of 3");
        jobs.imported("reviews", file.replace("01-02", "01-04").replace("shown", "hidden"));
        assertThat(courses.rating(course)).as("a moderator has decided").isEqualTo("2.67 of 3");
        var job = jobs.imported("reviews", header + "rimp-d,RIMP-HIDE,2,2026-01-01,asleep\n");
        assertThat(api.get("/api/v1/imports/" + job.text("id") + "/errors", client)
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("status: must be shown, hidden");
    }

    private List<String> hiddenOf(String course) {
        return api.get("/api/v1/admin/reviews?status=hidden&limit=200", admin)
                .json()
                .path("items")
                .valueStream()
                .filter(review -> review.path("courseId").asString().equals(course))
                .map(review -> review.path("id").asString())
                .toList();
    }

    @Test
    void anAccountTakesOverWhatItsOutsideLearnerSaid() {
        var ina = people.join("ina.imports@example.org");
        var both = courses.published("RIMP-BOTH");
        var before = courses.published("RIMP-BEFORE");
        var after = courses.published("RIMP-AFTER");
        jobs.imported("reviews", HEADER + "rimp-out,RIMP-BOTH,1,2026-01-01\nrimp-out,RIMP-BEFORE,2,2026-01-01\n");
        courses.reviewed(ina, both, 5, "My own");
        assertThat(courses.rating(both)).isEqualTo("3.0 of 2");

        var account = administration.idOf("ina.imports@example.org");
        assertThat(administration.linkTo(account, "rimp-out").status()).isEqualTo(204);
        Awaitility.await().untilAsserted(() -> assertThat(
                        api.get(ReviewedCourses.own(before), ina).status())
                .isEqualTo(200));
        assertThat(api.get(ReviewedCourses.own(before), ina)
                        .json()
                        .path("rating")
                        .asInt())
                .isEqualTo(2);
        assertThat(courses.rating(before)).isEqualTo("2.0 of 1");
        assertThat(courses.rating(both)).as("the account's own stays").isEqualTo("5.0 of 1");
        assertThat(courses.shown(both).get(0).path("comment").asString()).isEqualTo("My own");

        jobs.imported("reviews", HEADER + "rimp-out,RIMP-AFTER,4,2026-01-01\nrimp-out,RIMP-BEFORE,2,2026-01-01\n");
        assertThat(api.get(ReviewedCourses.own(after), ina)
                        .json()
                        .path("rating")
                        .asInt())
                .isEqualTo(4);
        assertThat(courses.rating(before)).isEqualTo("2.0 of 1");
    }

    @Test
    void manyRowsAreTakenBatchByBatch() {
        var course = courses.published("RIMP-MANY");
        var file = new StringBuilder(HEADER);
        IntStream.range(0, 45_000)
                .forEach(number ->
                        file.append("rimp-many-%d,RIMP-MANY,%d,2026-01-01\n".formatted(number, 1 + number % 5)));
        assertThat(jobs.imported("reviews", file.toString())
                        .json()
                        .path("taken")
                        .asInt())
                .isEqualTo(45_000);
        assertThat(courses.rating(course)).isEqualTo("3.0 of 45000");
    }

    @Test
    void aFileNeedsItsColumnsAndTheScope() {
        assertThat(jobs.sendFile("reviews", "learner,course_code\na,b\n").status())
                .isEqualTo(400);
        var stranger = new Jobs(api, people.client("catalog:write"));
        assertThat(stranger.sendFile("reviews", HEADER).status()).isEqualTo(403);
    }
}
