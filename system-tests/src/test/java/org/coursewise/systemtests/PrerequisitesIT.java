package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** No course comes to need itself: not by one change, not by two at once and not by a file. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class PrerequisitesIT {

    private final Api api;
    private final People people;
    private final String admin;
    private final Jobs jobs;

    PrerequisitesIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
        this.jobs = new Jobs(api, people.client("catalog:write"));
    }

    @Test
    void aCycleIsRefusedAndNamed() {
        var first = course("CYCLE-1", List.of());
        var second = course("CYCLE-2", List.of(first));
        var third = course("CYCLE-3", List.of(second));

        var answer = require(first, third);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-input");
        var error = answer.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("prerequisites");
        assertThat(error.path("message").asString()).contains("CYCLE-1 → CYCLE-3 → CYCLE-2 → CYCLE-1");
        assertThat(require(third, first).status()).isEqualTo(200);
    }

    /** Nobody learns by it that the draft is there. */
    @Test
    void anotherInstructorsDraftIsNoPrerequisite() {
        var foreign = course("DRAFT-1", List.of());
        var instructor = people.join("teacher.drafts@example.org");
        people.grant(instructor, "learner", "instructor");
        var token = people.logIn("teacher.drafts@example.org");
        for (var id : List.of(foreign, UUID.randomUUID().toString())) {
            var answer = api.post(
                    "/api/v1/courses", Map.of("code", "DRAFT-2", "title", "T", "prerequisites", List.of(id)), token);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("errors").get(0).path("message").asString())
                    .isEqualTo("must be ids of courses");
        }
    }

    @Test
    void twoChangesAtOnceCloseNoCycle() throws Exception {
        for (var round = 0; round < 15; round++) {
            var ids = List.of(course("RACE-A" + round, List.of()), course("RACE-B" + round, List.of()));
            assertThat(AtOnce.run(2, which -> require(ids.get(which), ids.get(1 - which))
                            .status()))
                    .containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void aFileClosesNoCycle() {
        jobs.imported("courses", """
                code,title,prerequisites
                FILE-1,First,
                FILE-2,Second,FILE-1
                """);
        var job = jobs.imported("courses", """
                code,title,prerequisites
                FILE-3,Third,FILE-2
                FILE-1,First again,FILE-3
                FILE-4,Fourth,FILE-5
                FILE-5,Fifth,FILE-4
                FILE-6,Sixth,FILE-3
                """);
        assertThat(job.json().path("refused").asInt()).as(job.body()).isEqualTo(3);
        var errors = api.get(Jobs.IMPORTS + job.text("id") + "/errors", admin);
        assertThat(errors.body())
                .contains("FILE-1 → FILE-3 → FILE-2 → FILE-1")
                .contains("FILE-5 → FILE-4 → FILE-5")
                .contains("there is no course FILE-5");
        assertThat(title("FILE-1")).isEqualTo("First");
        assertThat(title("FILE-6")).isEqualTo("Sixth");
    }

    private String title(String code) {
        return api.get("/api/v1/courses?q=" + code)
                .json()
                .path("items")
                .path(0)
                .path("title")
                .asString();
    }

    private Api.Answer require(String course, String needed) {
        return api.patch("/api/v1/courses/" + course, Map.of("prerequisites", List.of(needed)), admin, "*");
    }

    private String course(String code, List<String> prerequisites) {
        var made =
                api.post("/api/v1/courses", Map.of("code", code, "title", code, "prerequisites", prerequisites), admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.text("id");
    }
}
