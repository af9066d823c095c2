package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Courses say when they are given and when people enrol: outside of that nobody does, and nothing else is offered. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class EnrolmentDatesIT {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String yesterday = now.minus(Duration.ofDays(1)).toString();
    private final String tomorrow = now.plus(Duration.ofDays(1)).toString();
    private final Api api;
    private final String admin;
    private final String client;
    private final EnrolledCourses courses;

    EnrolmentDatesIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.admin = people.admin();
        this.client = people.client("learning:write", "catalog:write");
        this.courses = new EnrolledCourses(api, admin);
    }

    @Test
    void nobodyEnrolsBeforeOrAfterTheTime() {
        var early = courses.published("DATES-1", "Not yet", Map.of("enrollFrom", tomorrow));
        var tooEarly = enroll(early);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.problem()).isEqualTo("enrollment-closed");
        assertThat(tooEarly.text("detail")).contains("opens at " + tomorrow);
        var late = courses.published("DATES-2", "No more", Map.of("enrollUntil", yesterday));
        assertThat(enroll(late).problem()).isEqualTo("enrollment-closed");
        assertThat(enroll(late).text("detail")).contains("closed at " + yesterday);
        var over = courses.published("DATES-3", "Over", Map.of("endsAt", yesterday));
        assertThat(enroll(over).problem()).isEqualTo("enrollment-closed");
        var open = courses.published(
                "DATES-4", "Now", Map.of("enrollFrom", yesterday, "enrollUntil", tomorrow, "startsAt", tomorrow));
        assertThat(enroll(open).status()).isEqualTo(201);

        change(early, Map.of("enrollFrom", yesterday));
        assertThat(enroll(early).status()).isEqualTo(201);
    }

    @Test
    void aCourseSaysItsDatesAndTheyAreInOrder() {
        var id = courses.draft("DATES-5", "Told", Map.of("startsAt", "2027-02-08T09:00:00.1234567+01:00"));
        var told = api.get("/api/v1/courses/" + id, admin);
        assertThat(told.text("startsAt")).isEqualTo("2027-02-08T08:00:00.123456Z");
        assertThat(told.json().path("endsAt").isNull()).isTrue();
        for (var wrong : List.of(
                Map.of("enrollFrom", tomorrow, "enrollUntil", yesterday),
                Map.of("startsAt", tomorrow, "endsAt", tomorrow),
                Map.of("startsAt", "tomorrow"),
                Map.of("startsAt", "0001-01-01T00:00:00Z"))) {
            var fields = new HashMap<String, Object>(wrong);
            fields.put("code", "DATES-6");
            fields.put("title", "Refused");
            assertThat(api.post("/api/v1/courses", fields, admin).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        var etag = api.get("/api/v1/courses/" + id, admin).header("ETag");
        assertThat(api.patch("/api/v1/courses/" + id, Map.of("endsAt", "2027-02-08T08:00:00Z"), admin, etag)
                        .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void whatNobodyEnrolsInNowIsNotOffered() {
        var open = courses.published("DATES-7", "Offered", Map.of("enrollUntil", tomorrow));
        assertThat(latest()).contains(open);
        change(open, Map.of("enrollUntil", yesterday));
        assertThat(latest()).doesNotContain(open);
        change(
                open,
                Map.of(
                        "enrollFrom",
                        tomorrow,
                        "enrollUntil",
                        now.plus(Duration.ofDays(2)).toString()));
        assertThat(latest()).doesNotContain(open);
        change(open, Map.of("enrollFrom", yesterday));
        assertThat(latest()).contains(open);
    }

    @Test
    void filesSayDatesToo() {
        var jobs = new Jobs(api, client);
        jobs.imported("courses", """
                code,title,enrollFrom,enrollUntil,startsAt,endsAt
                DATES-8,From a file,2027-01-10,2027-02-01T00:00:00Z,2027-02-08,2027-05-01
                """);
        var id = api.get("/api/v1/courses?q=DATES-8", admin)
                .json()
                .at("/items/0/id")
                .asString();
        var told = api.get("/api/v1/courses/" + id);
        assertThat(told.text("enrollFrom")).isEqualTo("2027-01-10T00:00:00Z");
        assertThat(told.text("enrollUntil")).isEqualTo("2027-02-01T00:00:00Z");
        assertThat(told.text("endsAt")).isEqualTo("2027-05-01T00:00:00Z");

        // what a file does not say stays; a beginning and its end are said together
        jobs.imported("courses", "code,title,enrollFrom\nDATES-8,From a file,2027-03-01\n");
        var changed = api.get("/api/v1/courses/" + id);
        assertThat(changed.text("enrollFrom")).isEqualTo("2027-03-01T00:00:00Z");
        assertThat(changed.json().path("enrollUntil").isNull()).isTrue();
        assertThat(changed.text("startsAt")).isEqualTo("2027-02-08T00:00:00Z");

        var refused = jobs.imported("courses", "code,title,startsAt,endsAt\nDATES-9,Backwards,2027-03-01,2027-02-01\n");
        assertThat(refused.json().path("refused").asInt()).isEqualTo(1);
    }

    private Api.Answer enroll(String course) {
        return api.post("/api/v1/enrollments", Map.of("courseId", course, "learnerId", "dates-1"), client);
    }

    private void change(String course, Map<String, Object> patch) {
        var etag = api.get("/api/v1/courses/" + course, admin).header("ETag");
        var answer = api.patch("/api/v1/courses/" + course, patch, admin, etag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> latest() {
        return api.get("/api/v1/recommendations/latest?limit=50")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.at("/course/id").asString())
                .toList();
    }
}
