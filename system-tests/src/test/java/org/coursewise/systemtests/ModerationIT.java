package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** People report reviews, administrators hide them and show them again; what is hidden neither shows nor counts. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ModerationIT {

    private final Api api;
    private final People people;
    private final ReviewedCourses courses;
    private final Stores stores;
    private final String admin;

    ModerationIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        this.courses = new ReviewedCourses(stack, admin);
        this.stores = new Stores(stack);
    }

    @Test
    void whatIsReportedIsHiddenAndShownAgainAndWhoDecidedIsKept() {
        var author = people.join("author.moderation@example.org");
        var reader = people.join("reader.moderation@example.org");
        var course = courses.published("MODERATE-1");
        var id = courses.reviewed(author, course, 1, "You are all fools.");
        assertThat(listed("reported", id)).isEmpty();

        assertThat(report(reader, id, "It insults.").status()).isEqualTo(202);
        assertThat(report(reader, id, "It insults me.").status()).isEqualTo(202);
        assertThat(listed("reported", id)).singleElement().satisfies(found -> {
            assertThat(found.path("courseCode").asString()).isEqualTo("MODERATE-1");
            assertThat(found.path("learnerId").asString()).isEqualTo(idOf(author));
            assertThat(found.path("reports").size()).as("one a person").isEqualTo(1);
            assertThat(found.at("/reports/0/reason").asString()).isEqualTo("It insults.");
        });

        assertThat(hide(id, admin)).isEqualTo(204);
        assertThat(hide(id, admin)).isEqualTo(204);
        assertThat(courses.shown(course)).isEmpty();
        assertThat(courses.rating(course)).isEqualTo("none of 0");
        assertThat(api.get(ReviewedCourses.own(course), author).text("status")).isEqualTo("hidden");
        assertThat(report(reader, id, "Still there?").status()).isEqualTo(404);
        assertThat(listed("reported", id)).isEmpty();
        assertThat(listed("hidden", id)).singleElement().satisfies(found -> {
            assertThat(found.at("/reports/0/settled").asBoolean()).isTrue();
            assertThat(found.path("decisions").size()).isEqualTo(1);
            assertThat(found.at("/decisions/0/decision").asString()).isEqualTo("hidden");
            assertThat(found.at("/decisions/0/moderatorId").asString()).isEqualTo(idOf(admin));
            assertThat(found.at("/decisions/0/at").asString()).isNotEmpty();
        });

        assertThat(show(id, admin)).isEqualTo(204);
        assertThat(courses.rating(course)).isEqualTo("1.0 of 1");
        assertThat(listed("hidden", id)).isEmpty();
        assertThat(report(reader, id, "I insist.").status()).isEqualTo(202);
        assertThat(listed("reported", id)).as("it was decided over").isEmpty();
        assertThat(courses.review(author, course, 1, "You are all great fools.").status())
                .isEqualTo(204);
        assertThat(report(reader, id, "It is worse now.").status()).isEqualTo(202);
        assertThat(listed("reported", id)).singleElement().satisfies(found -> assertThat(found.path("decisions"))
                .extracting(decision -> decision.path("decision").asString())
                .containsExactly("shown", "hidden"));
        assertThat(show(id, admin)).isEqualTo(204);
        assertThat(listed("reported", id)).as("looked at, and it stays").isEmpty();
        assertThat(courses.shown(course)).hasSize(1);
    }

    @Test
    void whatIsHiddenDoesNotComeBackByWritingItAnew() {
        var author = people.join("stubborn.moderation@example.org");
        var course = courses.published("MODERATE-2");
        var id = courses.reviewed(author, course, 1, "Nonsense");
        assertThat(hide(id, admin)).isEqualTo(204);
        assertThat(courses.review(author, course, 2, "Nonsense!").status()).isEqualTo(204);
        assertThat(courses.rating(course)).isEqualTo("none of 0");
        assertThat(api.delete(ReviewedCourses.own(course), author, null).status())
                .isEqualTo(204);
        assertThat(hide(id, admin)).as("there is none").isEqualTo(404);
        assertThat(courses.review(author, course, 3, "Nonsense?").text("status"))
                .isEqualTo("hidden");
        assertThat(courses.rating(course)).isEqualTo("none of 0");
        assertThat(show(id, admin)).isEqualTo(204);
        assertThat(courses.rating(course)).isEqualTo("3.0 of 1");
    }

    @Test
    void whoTeachesTheCourseMayNotHideWhatIsSaidOfIt() {
        var address = "teacher.moderation@example.org";
        people.grant(people.join(address), "learner", "instructor");
        var teacher = people.logIn(address);
        var author = people.join("critic.moderation@example.org");
        var course = courses.published("MODERATE-3", Map.of("instructors", List.of(idOf(teacher))));
        var id = courses.reviewed(author, course, 1, "He mumbles.");
        assertThat(hide(id, teacher)).isEqualTo(403);
        assertThat(show(id, teacher)).isEqualTo(403);
        assertThat(api.get("/api/v1/admin/reviews", teacher).status()).isEqualTo(403);
        assertThat(courses.rating(course)).isEqualTo("1.0 of 1");
        assertThat(report(teacher, id, "I do not mumble.").status()).isEqualTo(202);
    }

    @Test
    void aReportTakesAnIdempotencyKeyAndNeedsAReason() {
        var author = people.join("keyed.moderation@example.org");
        var course = courses.published("MODERATE-4");
        var id = courses.reviewed(author, course, 2, "");
        assertThat(report(admin, id, " ").status()).isEqualTo(400);
        assertThat(report(admin, id, "x".repeat(1_001)).status()).isEqualTo(400);
        assertThat(keyed(id, "Spam").status()).isEqualTo(202);
        assertThat(keyed(id, "Spam").status()).isEqualTo(202);
        assertThat(keyed(id, "Ham").status()).isEqualTo(422);
        assertThat(report(admin, "00000000-0000-4000-8000-000000000000", "Nothing")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/admin/reviews?status=shown", admin).status())
                .isEqualTo(400);
    }

    @Test
    void figuresStayRightWhileAllChangeAtOnce() throws Exception {
        var author = people.join("busy.moderation@example.org");
        var course = courses.published("MODERATE-5");
        var id = courses.reviewed(author, course, 1, "");
        var acts = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < 8; number++) {
            var rating = 1 + number % 5;
            acts.add(() -> courses.review(author, course, rating, "").status());
            acts.add(() -> hide(id, admin));
            acts.add(() -> show(id, admin));
        }
        acts.add(() -> api.delete(ReviewedCourses.own(course), author, null).status());
        assertThat(AtOnce.run(acts)).isSubsetOf(201, 204, 404);
        courses.review(author, course, 4, "");
        show(id, admin);
        assertThat(courses.rating(course)).isEqualTo("4.0 of 1");
    }

    @Test
    void whatSomebodySaidIsTheirsToTakeAndGoesWithThem() {
        var leaver = people.join("leaver.moderation@example.org");
        var other = people.join("other.moderation@example.org");
        var course = courses.published("MODERATE-6");
        var own = courses.reviewed(leaver, course, 1, "By Bartholomewson");
        var others = courses.reviewed(other, course, 4, "");
        assertThat(report(leaver, others, "Too kind, says Bartholomewson").status())
                .isEqualTo(202);
        people.grant(leaver, "learner", "admin");
        var administrator = people.logIn("leaver.moderation@example.org");
        assertThat(hide(others, administrator)).isEqualTo(204);
        assertThat(show(others, administrator)).isEqualTo(204);
        assertThat(courses.rating(course)).isEqualTo("2.5 of 2");

        var export = api.get("/api/v1/learners/me/export", administrator).json();
        assertThat(export.at("/reviews/0/id").asString()).isEqualTo(own);
        assertThat(export.at("/reviews/0/comment").asString()).isEqualTo("By Bartholomewson");
        assertThat(export.at("/reviewReports/0/reviewId").asString()).isEqualTo(others);
        assertThat(export.path("reviewDecisions").size()).isEqualTo(2);

        var id = idOf(administrator);
        assertThat(stores.holding(id))
                .contains(
                        "course.review.learner", "course.review_report.reporter", "course.review_moderation.moderator");
        assertThat(api.delete("/api/v1/users/me", administrator, "*").status()).isEqualTo(204);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(stores.holding(id)).noneMatch(place -> place.startsWith("course."));
            assertThat(stores.holding("Bartholomewson")).noneMatch(place -> place.startsWith("course."));
        });
        assertThat(courses.rating(course)).isEqualTo("4.0 of 1");
        assertThat(stores.query(
                        "course", "select distinct moderator from review_moderation where review_id = ?::uuid", others))
                .singleElement()
                .satisfies(moderator -> assertThat(moderator).startsWith("erased-"));
    }

    private Api.Answer report(String token, String review, String reason) {
        return api.post("/api/v1/reviews/" + review + "/reports", Map.of("reason", reason), token);
    }

    private Api.Answer keyed(String review, String reason) {
        return api.send(api.json("/api/v1/reviews/" + review + "/reports")
                .header("Authorization", "Bearer " + admin)
                .header("Idempotency-Key", "moderation-1")
                .POST(Api.json(Map.of("reason", reason))));
    }

    private int hide(String review, String token) {
        return api.send(api.request(hidden(review))
                        .header("Authorization", "Bearer " + token)
                        .PUT(BodyPublishers.noBody()))
                .status();
    }

    private int show(String review, String token) {
        return api.delete(hidden(review), token, null).status();
    }

    private static String hidden(String review) {
        return "/api/v1/admin/reviews/" + review + "/hidden";
    }

    /** What the list of this status says of a review. */
    private List<JsonNode> listed(String status, String review) {
        return api.get("/api/v1/admin/reviews?limit=200&status=" + status, admin)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(review))
                .toList();
    }

    private String idOf(String token) {
        return api.get("/api/v1/users/me", token).text("id");
    }
}
