package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever takes part in a course reviews it, once; the course shows mean and count, whoever writes at once. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReviewsIT {

    private final Api api;
    private final People people;
    private final ReviewedCourses courses;
    private final Jobs jobs;
    private final String admin;

    ReviewsIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        this.courses = new ReviewedCourses(stack, admin);
        this.jobs = new Jobs(api, people.client("learning:write"));
    }

    @Test
    void aLearnerReviewsACourseReplacesTheReviewAndTakesItBack() {
        var ada = people.join("ada.reviews@example.org");
        var course = courses.published("REVIEW-1");
        courses.enrol(ada, course);
        var own = ReviewedCourses.own(course);
        assertThat(api.get(own, ada).status()).isEqualTo(404);
        var path = "/api/v1/courses/" + course;
        var editors = api.get(path).header("ETag");

        var written = api.put(own, Map.of("rating", 5), ada, null);
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        assertThat(written.header("Location")).endsWith(own);
        assertThat(written.json().propertyNames())
                .containsExactlyInAnyOrder("id", "courseId", "rating", "comment", "at", "editedAt", "status");
        assertThat(written.json().path("editedAt").isNull()).isTrue();
        assertThat(courses.rating(course)).isEqualTo("5.0 of 1");
        var seen = api.get(path).header("ETag");
        assertThat(seen).as("the course shows something else").isNotEqualTo(editors);

        assertThat(courses.review(ada, course, 2, " I got lost\nin week three. ")
                        .status())
                .isEqualTo(204);
        assertThat(courses.rating(course)).isEqualTo("2.0 of 1");
        assertThat(api.get(path).header("ETag")).isNotEqualTo(seen);
        var mine = api.get(own, ada);
        assertThat(mine.header("ETag")).isNotEmpty();
        assertThat(mine.text("comment")).isEqualTo("I got lost\nin week three.");
        assertThat(mine.text("status")).isEqualTo("shown");
        assertThat(mine.text("at")).isEqualTo(written.text("at"));
        assertThat(courses.review(ada, course, 2, "I got lost\nin week three.").status())
                .isEqualTo(204);
        assertThat(api.get(own, ada).text("editedAt"))
                .as("said again it is no edit")
                .isNotEmpty()
                .isEqualTo(mine.text("editedAt"));
        assertThat(api.patch(path, Map.of("summary", "Better"), admin, editors).status())
                .as("ratings do not get in an editor's way")
                .isEqualTo(200);

        var shown = courses.shown(course);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).propertyNames())
                .as("nothing leads to who wrote it")
                .containsExactlyInAnyOrder("id", "rating", "comment", "at", "editedAt");

        assertThat(api.delete(own, ada, null).status()).isEqualTo(204);
        assertThat(courses.rating(course)).isEqualTo("none of 0");
        assertThat(courses.shown(course)).isEmpty();
        assertThat(api.get(own, ada).status()).isEqualTo(404);
        assertThat(api.delete(own, ada, null).status()).isEqualTo(404);
        assertThat(courses.review(ada, course, 4, "").status()).isEqualTo(201);
        assertThat(courses.rating(course)).isEqualTo("4.0 of 1");
    }

    @Test
    void whoDoesNotTakePartHasNoSay() {
        var bob = people.join("bob.reviews@example.org");
        var cleo = people.join("cleo.reviews@example.org");
        var course = courses.published("REVIEW-2", Map.of("capacity", 1));
        assertNotEnrolled(courses.review(bob, course, 5, ""));
        courses.enrol(bob, course);
        var waiting = api.post("/api/v1/enrollments", Map.of("courseId", course, "waitingList", true), cleo);
        assertThat(waiting.text("status")).isEqualTo("waiting");
        assertNotEnrolled(courses.review(cleo, course, 5, ""));

        var place = api.get("/api/v1/enrollments", bob).json().at("/items/0/id").asString();
        assertThat(api.delete("/api/v1/enrollments/" + place, bob, "*").status())
                .isEqualTo(204);
        assertNotEnrolled(courses.review(bob, course, 5, ""));
        assertThat(courses.review(cleo, course, 4, "").status())
                .as("with the seat comes a say")
                .isEqualTo(201);

        var past = courses.published("REVIEW-PAST");
        var id = api.get("/api/v1/users/me", bob).text("id");
        jobs.imported("enrollments", "learner,course_code,completed_at\n" + id + ",REVIEW-PAST,2026-02-01\n");
        assertThat(courses.review(bob, past, 3, "").status()).as("completed it").isEqualTo(201);
    }

    @Test
    void whatIsNoReviewIsRefused() {
        var dora = people.join("dora.reviews@example.org");
        var course = courses.published("REVIEW-3");
        courses.enrol(dora, course);
        for (var body : List.of(
                "{}",
                "{\"rating\":0}",
                "{\"rating\":6}",
                "{\"rating\":4.5}",
                "{\"rating\":\"5\"}",
                "{\"rating\":null}",
                "{\"rating\":5,\"stars\":5}",
                "{\"rating\":5,\"comment\":\"\\u0007\"}",
                "{\"rating\":5,\"comment\":\"" + "x".repeat(4_001) + "\"}")) {
            var answer = api.put(ReviewedCourses.own(course), Api.JSON.readTree(body), dora, null);
            assertThat(answer.status()).as(body).isEqualTo(400);
        }
        assertThat(courses.rating(course)).isEqualTo("none of 0");
        assertThat(courses.review(dora, course, 5, "x".repeat(4_000)).status()).isEqualTo(201);
        assertThat(api.get(ReviewedCourses.list(course) + "?cursor=nonsense").status())
                .isEqualTo(400);
    }

    @Test
    void theListIsNewestFirstAndItsCursorStandsStill() {
        var course = courses.published("REVIEW-4");
        jobs.imported("reviews", """
                learner,course_code,rating,at
                list-1,REVIEW-4,1,2026-01-01
                list-2,REVIEW-4,2,2026-01-02
                list-3,REVIEW-4,3,2026-01-02
                list-4,REVIEW-4,4,2026-01-04
                list-5,REVIEW-4,5,2026-01-05
                """);
        var seen = new ArrayList<Integer>();
        var page = api.get(ReviewedCourses.list(course) + "?limit=2");
        assertThat(page.header("Link")).contains("rel=\"next\"");
        page.json().path("items").forEach(item -> seen.add(item.path("rating").asInt()));
        jobs.imported("reviews", "learner,course_code,rating,at\nlist-6,REVIEW-4,5,2026-01-06\n");
        while (!page.text("nextCursor").isEmpty()) {
            page = api.get(ReviewedCourses.list(course) + "?limit=2&cursor=" + page.text("nextCursor"));
            page.json()
                    .path("items")
                    .forEach(item -> seen.add(item.path("rating").asInt()));
        }
        assertThat(seen).hasSize(5).startsWith(5, 4).endsWith(1).doesNotHaveDuplicates();
        assertThat(page.json().path("distribution").toString()).isEqualTo("{\"1\":1,\"2\":1,\"3\":1,\"4\":1,\"5\":2}");
        assertThat(courses.rating(course)).isEqualTo("3.33 of 6");
    }

    @Test
    void whoMayNotSeeTheCourseSeesNoReviewsButTheirOwn() {
        var eve = people.join("eve.reviews@example.org");
        var course = courses.published("REVIEW-5");
        courses.reviewed(eve, course, 3, "Mine");
        assertThat(api.delete("/api/v1/courses/" + course + "/publication", admin, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get(ReviewedCourses.list(course)).status()).isEqualTo(404);
        assertThat(api.get(ReviewedCourses.list(course), eve).status()).isEqualTo(404);
        assertThat(api.get(ReviewedCourses.list(course), admin).status()).isEqualTo(200);
        assertThat(courses.review(eve, course, 4, "Mine").status()).isEqualTo(404);
        assertThat(api.get(ReviewedCourses.own(course), eve).text("comment")).isEqualTo("Mine");
        assertThat(api.delete(ReviewedCourses.own(course), eve, null).status()).isEqualTo(204);
        assertThat(api.get(ReviewedCourses.list("nothing")).status()).isEqualTo(404);
    }

    @Test
    void thirtyAtOnceOfOneLearnerAreOneReviewAndRightFigures() throws Exception {
        var fay = people.join("fay.reviews@example.org");
        var course = courses.published("REVIEW-6");
        courses.enrol(fay, course);
        var answers = AtOnce.run(30, number -> courses.review(fay, course, 1 + number % 5, "Number " + number)
                .status());
        assertThat(answers).containsOnly(201, 204).containsOnlyOnce(201);
        var mine = api.get(ReviewedCourses.own(course), fay).json();
        assertThat(courses.rating(course)).isEqualTo(mine.path("rating").asInt() + ".0 of 1");
        assertThat(courses.shown(course)).singleElement().satisfies(shown -> assertThat(
                        shown.path("comment").asString())
                .isEqualTo(mine.path("comment").asString()));
    }

    @Test
    void oneReviewOfFiveStarsDoesNotWinASearchByRating() {
        for (var code : List.of("REVIEW-UNRATED", "REVIEW-SINGLE", "REVIEW-LOVED", "REVIEW-HATED")) {
            courses.published(code, Map.of("categories", List.of("Rated things")));
        }
        var rows = new StringBuilder("learner,course_code,rating,at\nrated-0,REVIEW-SINGLE,5,2026-01-01\n");
        IntStream.range(0, 20)
                .forEach(number ->
                        rows.append("rated-%d,REVIEW-LOVED,%d,2026-01-01\nrated-%d,REVIEW-HATED,1,2026-01-01\n"
                                .formatted(number, 4 + number % 2, number)));
        jobs.imported("reviews", rows.toString());
        assertThat(api.get("/api/v1/courses?category=Rated%20things&sort=rating")
                        .json()
                        .path("items"))
                .extracting(item -> item.path("code").asString())
                .containsExactly("REVIEW-LOVED", "REVIEW-SINGLE", "REVIEW-HATED", "REVIEW-UNRATED");
    }

    private static void assertNotEnrolled(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-enrolled");
    }
}
