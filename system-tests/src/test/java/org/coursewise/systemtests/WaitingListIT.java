package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Seats come and go in other ways than by giving one back: who waits is served first, and nobody beyond the capacity. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class WaitingListIT {

    private final Api api;
    private final String admin;
    private final String client;

    WaitingListIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        var people = new People(stack);
        this.admin = people.admin();
        this.client = people.client("learning:write", "catalog:write");
    }

    @Test
    void fewerSeatsThanLearnersGiveNoneAway() {
        var course = course("WAIT-1", 4);
        var first = enroll(course, "a", "active");
        for (var learner : List.of("b", "c", "d")) {
            enroll(course, learner, "active");
        }
        enroll(course, "e", "waiting");
        change(course, Map.of("capacity", 2));
        cancel(first);
        assertThat(api.get("/api/v1/courses/" + course).json().path("enrolled").asInt())
                .isEqualTo(3);
        assertThat(status(course, "e")).isEqualTo("waiting");
    }

    @Test
    void moreSeatsAreForThoseWhoWaitInTheirOrder() {
        var course = course("WAIT-2", 1);
        enroll(course, "a", "active");
        for (var learner : List.of("b", "c", "d")) {
            enroll(course, learner, "waiting");
        }
        change(course, Map.of("capacity", 3));
        assertThat(List.of(status(course, "b"), status(course, "c"), status(course, "d")))
                .containsExactly("active", "active", "waiting");
        new Jobs(api, client).imported("courses", "code,title,capacity\nWAIT-2,Waiting,4\n");
        assertThat(status(course, "d")).isEqualTo("active");
        assertThat(api.get("/api/v1/courses/" + course).json().path("enrolled").asInt())
                .isEqualTo(4);
    }

    @Test
    void aCourseThatLeftTheCatalogueGivesNoSeats() {
        var course = course("WAIT-3", 1);
        var first = enroll(course, "a", "active");
        enroll(course, "b", "waiting");
        var etag = api.get("/api/v1/courses/" + course, admin).header("ETag");
        assertThat(api.delete("/api/v1/courses/" + course, admin, etag).status())
                .isEqualTo(204);
        cancel(first);
        assertThat(status(course, "b")).isEqualTo("waiting");
        var again = api.put("/api/v1/courses/" + course + "/publication", Map.of(), admin, null);
        assertThat(again.status()).as(again.body()).isEqualTo(409);
    }

    @Test
    void ofManyWhoTakeACodeAtOnceOneGetsIt() throws InterruptedException {
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        var authors = Executors.newFixedThreadPool(10);
        for (var i = 0; i < 20; i++) {
            authors.execute(
                    () -> statuses.add(api.post("/api/v1/courses", Map.of("code", "ONCE-1", "title", "Once"), admin)
                            .status()));
        }
        authors.shutdown();
        assertThat(authors.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(statuses).hasSize(20).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void aTitleIsOneLineThatCanBeSeen() {
        for (var title : List.of("two\nlines", "tab\tbed", "\u200B", "\u00A0")) {
            var answer = api.post("/api/v1/courses", Map.of("code", "LINE-1", "title", title), admin);
            assertThat(answer.problem()).as(title).isEqualTo("invalid-input");
        }
    }

    private String course(String code, int capacity) {
        var made = api.post("/api/v1/courses", Map.of("code", code, "title", "Waiting", "capacity", capacity), admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.text("id");
        assertThat(api.put("/api/v1/courses/" + id + "/publication", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
        return id;
    }

    private void change(String course, Map<String, Object> patch) {
        var etag = api.get("/api/v1/courses/" + course, admin).header("ETag");
        var answer = api.patch("/api/v1/courses/" + course, patch, admin, etag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag"))
                .as("what the change itself brought about is in its answer")
                .isEqualTo(api.get("/api/v1/courses/" + course, admin).header("ETag"));
    }

    private String enroll(String course, String learner, String status) {
        var answer = api.post(
                "/api/v1/enrollments",
                Map.of("courseId", course, "learnerId", course + learner, "waitingList", true),
                client);
        assertThat(answer.text("status")).as(answer.body()).isEqualTo(status);
        // what is answered is what is stored
        assertThat(api.get("/api/v1/enrollments/" + answer.text("id"), client).json())
                .isEqualTo(answer.json());
        return answer.text("id");
    }

    private void cancel(String enrollment) {
        assertThat(api.delete("/api/v1/enrollments/" + enrollment, client, "*").status())
                .isEqualTo(204);
    }

    private String status(String course, String learner) {
        return api.get("/api/v1/enrollments?learnerId=" + course + learner, client)
                .json()
                .path("items")
                .path(0)
                .path("status")
                .asString();
    }
}
