package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lessons are done, the last one completes the course, once, and anybody may verify the certificate. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class LearningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COMPLETED = "org.coursewise.course.enrollment.completed";

    private static final String LESSONS_DONE = "select count(*) from lesson_completion where lesson_id = ?::uuid";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String admin;
    private final String author;
    private final Lectures lectures;

    LearningIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        people.grant(people.join("author.learning@example.org"), "instructor");
        this.author = people.logIn("author.learning@example.org");
        this.lectures = new Lectures(api, author);
    }

    @Test
    void theLastLessonCompletesTheCourse() {
        var course = lectures.published("LEARN-1");
        var lessons = lectures.lessons(course, "one", "two", "three");
        var mary = people.join("mary.learning@example.org");
        var enrollment = enroll(course, mary, "active");
        assertThat(progress(enrollment, mary)).isEqualTo("0 of 3, 0 %");
        complete(enrollment, lessons.get(0), mary);
        complete(enrollment, lessons.get(1), mary);
        complete(enrollment, lessons.get(1), mary);
        assertThat(progress(enrollment, mary)).isEqualTo("2 of 3, 66 %");
        assertThat(state(enrollment, mary)).isEqualTo("active");

        complete(enrollment, lessons.get(2), mary);
        assertThat(progress(enrollment, mary)).isEqualTo("3 of 3, 100 %");
        var completed = api.get("/api/v1/enrollments/" + enrollment, mary);
        assertThat(completed.text("status")).isEqualTo("completed");
        assertThat(completed.text("completedAt")).isNotEmpty();

        var path = "/api/v1/certificates/" + completed.text("certificateId");
        var certificate = api.get(path);
        assertThat(certificate.status()).as(certificate.body()).isEqualTo(200);
        assertThat(certificate.text("id")).isEqualTo(completed.text("certificateId"));
        assertThat(certificate.text("courseId")).isEqualTo(course);
        assertThat(certificate.text("courseCode")).isEqualTo("LEARN-1");
        assertThat(certificate.text("courseTitle")).isEqualTo("The course LEARN-1");
        assertThat(certificate.text("completedAt")).isEqualTo(completed.text("completedAt"));
        assertThat(certificate.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(api.send(api.request(path)
                                .header("If-None-Match", certificate.header("ETag"))
                                .GET())
                        .status())
                .isEqualTo(304);
        var mail = mailbox("mary.learning@example.org").waitFor("You have completed The course LEARN-1");
        assertThat(mail.text()).contains(path);
        assertThat(mail.html()).contains(path);

        // neither a lesson that comes later nor the learner undoes it
        lectures.lesson(lectures.section(course, "More", null), "four", null);
        assertThat(progress(enrollment, mary)).isEqualTo("3 of 4, 75 %");
        assertThat(state(enrollment, mary)).isEqualTo("completed");
        assertThat(api.delete("/api/v1/enrollments/" + enrollment, mary, "*").status())
                .isEqualTo(409);
        assertThat(api.get(path).status()).isEqualTo(200);
        var export = api.get("/api/v1/learners/me/export", mary).json();
        assertThat(export.path("lessons").values())
                .extracting(lesson -> lesson.path("title").asString(""))
                .containsExactly("one", "two", "three");
    }

    @Test
    void ofManyWhoCompleteItAtOnceOneDoes() throws Exception {
        var course = lectures.published("LEARN-2");
        var lessons = lectures.lessons(course, "one", "two", "three");
        var address = "racer.learning@example.org";
        var racer = people.join(address);
        var enrollment = enroll(course, racer, "active");
        complete(enrollment, lessons.get(0), racer);
        var answers = AtOnce.run(20, number -> put(enrollment, lessons.get(1 + number % 2), racer));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(204);
        assertThat(progress(enrollment, racer)).isEqualTo("3 of 3, 100 %");
        assertCompletedOnce(enrollment, racer, address);

        var again = AtOnce.run(20, number -> put(enrollment, lessons.get(2), racer));
        assertThat(again).extracting(Api.Answer::status).containsOnly(204);
        assertCompletedOnce(enrollment, racer, address);
    }

    @Test
    void lessonsAreForWhoHasASeat() {
        var course = lectures.published("LEARN-3");
        var lesson = lectures.lessons(course, "one", "two").get(0);
        var elsewhere = lectures.lessons(lectures.published("LEARN-4"), "other").get(0);
        var etag = api.get("/api/v1/courses/" + course).header("ETag");
        assertThat(api.patch("/api/v1/courses/" + course, Map.of("capacity", 1), author, etag)
                        .status())
                .isEqualTo(200);
        var sits = people.join("sits.learning@example.org");
        var waits = people.join("waits.learning@example.org");
        var seat = enroll(course, sits, "active");
        var place = enroll(course, waits, "waiting");

        assertThat(put(place, lesson, waits).status()).isEqualTo(409);
        assertThat(put(seat, lesson, waits).status()).isEqualTo(404);
        assertThat(put(seat, elsewhere, sits).status()).isEqualTo(404);
        assertThat(put(seat, "no-id", sits).status()).isEqualTo(404);
        assertThat(put(seat, lesson, author).status()).isIn(403, 404);
        complete(seat, lesson, sits);
        assertThat(progress(seat, author)).isEqualTo("1 of 2, 50 %");
        assertThat(progress(seat, admin)).isEqualTo("1 of 2, 50 %");
        assertThat(api.get("/api/v1/enrollments/" + seat + "/progress", waits).status())
                .isEqualTo(404);

        assertThat(api.delete("/api/v1/courses/" + course + "/publication", author, null)
                        .status())
                .isEqualTo(204);
        assertThat(put(seat, lesson, sits).status()).as("in a draft").isEqualTo(404);
        lectures.publish(course);
        assertThat(api.delete("/api/v1/enrollments/" + seat, sits, "*").status())
                .isEqualTo(204);
        assertThat(put(seat, lesson, sits).status()).as("given up").isEqualTo(409);
        complete(place, lesson, waits);
    }

    @Test
    void noEditorCompletesACourseForAnybody() {
        var course = lectures.published("LEARN-5");
        var lessons = lectures.lessons(course, "one", "two");
        var address = "patient.learning@example.org";
        var patient = people.join(address);
        var enrollment = enroll(course, patient, "active");
        complete(enrollment, lessons.get(0), patient);
        lectures.remove("/api/v1/lessons/" + lessons.get(1));
        assertThat(progress(enrollment, patient)).isEqualTo("1 of 1, 100 %");
        assertThat(state(enrollment, patient)).isEqualTo("active");
        complete(enrollment, lessons.get(0), patient);
        assertCompletedOnce(enrollment, patient, address);
    }

    @Test
    void aCertificateGoesWithItsLearner() {
        var course = lectures.published("LEARN-6");
        var lesson = lectures.lessons(course, "one").get(0);
        var leaver = people.join("leaver.learning@example.org");
        var enrollment = enroll(course, leaver, "active");
        complete(enrollment, lesson, leaver);
        var certificate = "/api/v1/certificates/"
                + api.get("/api/v1/enrollments/" + enrollment, leaver).text("certificateId");
        assertThat(api.get(certificate).status()).isEqualTo(200);
        assertThat(new Stores(stack).query("course", LESSONS_DONE, lesson)).containsExactly("1");
        assertThat(api.delete("/api/v1/users/me", leaver, "*").status()).isEqualTo(204);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(certificate).status()).isEqualTo(404));
        assertThat(new Stores(stack).query("course", LESSONS_DONE, lesson)).containsExactly("0");
        assertThat(api.get("/api/v1/courses/" + course).json().path("enrolled").asInt())
                .isEqualTo(1);
    }

    /** One certificate, one fact and one mail. */
    private void assertCompletedOnce(String enrollment, String learner, String address) {
        assertThat(state(enrollment, learner)).isEqualTo("completed");
        var certificate = api.get("/api/v1/enrollments/" + enrollment, learner).text("certificateId");
        assertThat(api.get("/api/v1/certificates/" + certificate).status()).isEqualTo(200);
        assertThat(mailbox(address).waitFor(1, "You have completed")).hasSize(1);
        var facts = new Topic(stack.kafkaBootstrapServers(), "course.enrollment.v1")
                .read().stream()
                        .filter(fact -> fact.key().equals(enrollment))
                        .filter(fact -> COMPLETED.equals(fact.headers().get("ce_type")))
                        .toList();
        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).value()).contains(certificate);
    }

    private String enroll(String course, String learner, String status) {
        var answer = api.post("/api/v1/enrollments", Map.of("courseId", course, "waitingList", true), learner);
        assertThat(answer.text("status")).as(answer.body()).isEqualTo(status);
        return answer.text("id");
    }

    private void complete(String enrollment, String lesson, String learner) {
        var answer = put(enrollment, lesson, learner);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private Api.Answer put(String enrollment, String lesson, String learner) {
        return api.send(api.request("/api/v1/enrollments/" + enrollment + "/lessons/" + lesson + "/completion")
                .header("Authorization", "Bearer " + learner)
                .PUT(BodyPublishers.noBody()));
    }

    private String progress(String enrollment, String reader) {
        var answer = api.get("/api/v1/enrollments/" + enrollment + "/progress", reader);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return "%d of %d, %d %%"
                .formatted(
                        answer.json().path("completed").asInt(),
                        answer.json().path("total").asInt(),
                        answer.json().path("percent").asInt());
    }

    private String state(String enrollment, String learner) {
        return api.get("/api/v1/enrollments/" + enrollment, learner).text("status");
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(stack.addresses().ports().imap(), address);
    }
}
