package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who teaches a course sees who takes it and may withdraw them; clients enrol others, people only themselves. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class RosterIT {

    private static final String ENROLLMENTS = "/api/v1/enrollments";

    private final Api api;
    private final People people;
    private final String client;
    private final String admin;
    private final String teacher;
    private final String colleague;
    private final EnrolledCourses courses;

    RosterIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.client = people.client("learning:write");
        this.admin = people.admin();
        this.teacher = teacher("teacher.roster@example.org");
        this.colleague = teacher("colleague.roster@example.org");
        this.courses = new EnrolledCourses(api, teacher);
    }

    @Test
    void whoTeachesSeesAPageAtATimeWhoTakesTheCourse() {
        var course = courses.published("ROSTER-1", "Seen by its teacher", Map.of("capacity", 3));
        var ids = new ArrayList<String>();
        for (var learner : List.of("a", "b", "c", "d")) {
            ids.add(enroll(course, "roster-1" + learner).text("id"));
        }
        assertThat(api.delete(ENROLLMENTS + "/" + ids.get(0), client, "*").status())
                .isEqualTo(204);

        var path = "/api/v1/courses/" + course + "/enrollments";
        var first = api.get(path + "?limit=3", teacher);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        var second = api.get(path + "?limit=3&cursor=" + first.text("nextCursor"), teacher);
        var seen = new ArrayList<>(texts(first, "id"));
        seen.addAll(texts(second, "id"));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(first.json().path("items").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "courseId", "learnerId", "status", "enrolledAt", "completedAt", "certificateId");

        assertThat(texts(api.get(path + "?status=cancelled", admin), "learnerId"))
                .containsExactly("roster-1a");
        assertThat(texts(api.get(path + "?status=active", teacher), "learnerId"))
                .containsExactlyInAnyOrder("roster-1b", "roster-1c", "roster-1d");
        assertThat(texts(api.get(path + "?status=waiting", teacher), "learnerId"))
                .isEmpty();
        assertThat(api.get(path + "?status=gone", teacher).problem()).isEqualTo("invalid-input");
        assertThat(api.get(path, colleague).status()).isEqualTo(403);
        assertThat(api.get("/api/v1/courses/" + Operations.NO_ONES_ID + "/enrollments", admin)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoTeachesWithdrawsALearnerAndTheNextMovesUp() {
        var course = courses.published("ROSTER-2", "With a line", Map.of("capacity", 1));
        var first = enroll(course, "roster-2a").text("id");
        var second = enroll(course, "roster-2b").text("id");
        var third = enroll(course, "roster-2c").text("id");

        var path = ENROLLMENTS + "/" + first;
        assertThat(api.get(path, colleague).status()).isEqualTo(404);
        assertThat(api.delete(path, colleague, "*").status()).isEqualTo(404);
        assertThat(api.delete(path, teacher, null).status()).isEqualTo(428);
        var tag = api.get(path, teacher).header("ETag");
        assertThat(api.delete(path, teacher, tag).status()).isEqualTo(204);
        assertThat(api.delete(path, teacher, tag).status()).isEqualTo(412);
        assertThat(List.of(status(first), status(second), status(third)))
                .containsExactly("cancelled", "active", "waiting");
        assertThat(api.delete(ENROLLMENTS + "/" + second, admin, "*").status()).isEqualTo(204);
        assertThat(status(third)).isEqualTo("active");
        assertThat(api.get("/api/v1/courses/" + course).json().path("enrolled").asInt())
                .isEqualTo(1);
    }

    @Test
    void aClientEnrolsOthersAndNobodyElseDoes() {
        var course = courses.published("ROSTER-3", "For others", Map.of());
        var person = people.join("person.roster@example.org");
        var id = api.get("/api/v1/users/me", person).text("id");
        assertThat(post(course, "roster-3a", person).problem()).isEqualTo("forbidden");
        assertThat(api.get(ENROLLMENTS + "?learnerId=roster-3a", person).problem())
                .isEqualTo("forbidden");
        assertThat(post(course, "roster-3a", teacher).problem()).isEqualTo("forbidden");
        assertThat(post(course, "roster-3a", admin).status()).isEqualTo(403);
        assertThat(api.post(ENROLLMENTS, Map.of("courseId", course), client).problem())
                .isEqualTo("invalid-input");

        var enrolled = post(course, id, client);
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
        assertThat(enrolled.text("learnerId")).isEqualTo(id);
        assertThat(post(course, id, client).problem()).isEqualTo("already-enrolled");
        assertThat(api.post(ENROLLMENTS, Map.of("courseId", course), person).problem())
                .isEqualTo("already-enrolled");
        var path = ENROLLMENTS + "/" + enrolled.text("id");
        assertThat(api.get(path, person).status()).isEqualTo(200);
        assertThat(texts(api.get(ENROLLMENTS + "?learnerId=" + id, client), "id"))
                .containsExactly(enrolled.text("id"));
        assertThat(api.delete(path, client, api.get(path, client).header("ETag"))
                        .status())
                .isEqualTo(204);
        assertThat(api.get(path, person).text("status")).isEqualTo("cancelled");
    }

    @Test
    void coursesThatAreNeededFirstAreNamedUntilTheyAreCompleted() {
        var basics = courses.published("ROSTER-4A", "Basics", Map.of());
        var more = courses.published("ROSTER-4B", "More basics", Map.of());
        var advanced = courses.published("ROSTER-4C", "Advanced", Map.of("prerequisites", List.of(basics, more)));
        var none = post(advanced, "roster-4", client);
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.problem()).isEqualTo("prerequisites-missing");
        assertThat(none.text("detail")).contains("ROSTER-4A, ROSTER-4B");

        var jobs = new Jobs(api, client);
        var header = "learner,course_code,enrolled_at,completed_at\n";
        jobs.imported(
                "enrollments",
                header + "roster-4,ROSTER-4A,2024-03-01T10:00:00Z,2024-04-01T10:00:00Z\n"
                        + "roster-4,ROSTER-4B,2024-03-01T10:00:00Z,\n");
        assertThat(post(advanced, "roster-4", client).text("detail"))
                .as("one that is only begun does not count")
                .contains("ROSTER-4B")
                .doesNotContain("ROSTER-4A");
        jobs.imported("enrollments", header + "roster-4,ROSTER-4B,2024-03-01T10:00:00Z,2024-05-01T10:00:00Z\n");
        assertThat(post(advanced, "roster-4", client).status()).isEqualTo(201);
    }

    private String teacher(String address) {
        people.grant(people.join(address), "learner", "instructor");
        return people.logIn(address);
    }

    private Api.Answer enroll(String course, String learner) {
        var answer =
                api.post(ENROLLMENTS, Map.of("courseId", course, "learnerId", learner, "waitingList", true), client);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private Api.Answer post(String course, String learner, String token) {
        return api.post(ENROLLMENTS, Map.of("courseId", course, "learnerId", learner), token);
    }

    private String status(String enrollment) {
        return api.get(ENROLLMENTS + "/" + enrollment, client).text("status");
    }

    private static List<String> texts(Api.Answer page, String field) {
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }
}
