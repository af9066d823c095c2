package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has taken nothing says what they are interested in, and that comes first. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ColdStartIT {

    private static final String INTERESTS = "/api/v1/learners/me/interests";

    private final Api api;
    private final People people;

    ColdStartIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        stack.loadSampleData();
    }

    @Test
    void interestsShowInTheFirstFiveAndAreGivenAsTheReason() {
        var cora = people.join("cora.cold@example.org");
        assertThat(api.get(INTERESTS, cora).json().path("categories")).isEmpty();
        var before = recommended(cora, "en");
        assertThat(before.json().path("fallback").asBoolean(false)).isTrue();

        var said = api.put(INTERESTS, Map.of("categories", List.of("Arts and Music"), "level", "beginner"), cora, null);
        assertThat(said.status()).as(said.body()).isEqualTo(204);
        assertThat(api.get(INTERESTS, cora).text("level")).isEqualTo("beginner");
        var after = recommended(cora, "en");
        assertThat(after.json().path("fallback").asBoolean(false)).isTrue();
        for (var place = 0; place < 5; place++) {
            var item = after.json().path("items").get(place);
            assertThat(item.path("course").path("code").asString())
                    .as(after.body())
                    .startsWith("ART");
            assertThat(item.path("reasons").get(0).path("code").asString()).isEqualTo("matches-your-interests");
            assertThat(item.path("reasons").get(0).path("text").asString())
                    .isEqualTo("Matches your interest in Arts and Music");
        }
        assertThat(recommended(cora, "de-AT, en;q=.5")
                        .json()
                        .path("items")
                        .get(0)
                        .path("reasons")
                        .get(0)
                        .path("text")
                        .asString())
                .isEqualTo("Passt zu Ihrem Interesse an Arts and Music");
    }

    @Test
    void onceSomethingIsTakenItIsTheCoursesThatCount() {
        var dan = people.join("dan.cold@example.org");
        api.put(INTERESTS, Map.of("categories", List.of("Arts and Music")), dan, null);
        var course = StreamSupport.stream(
                        api.get("/api/v1/courses?q=algebra")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", course), dan)
                        .status())
                .isEqualTo(201);
        assertThat(recommended(dan, "en").json().path("fallback").asBoolean(true))
                .isFalse();
    }

    @Test
    void whatCannotBeAnInterestIsRefusedByField() {
        var eli = people.join("eli.cold@example.org");
        var wrong = api.put(INTERESTS, Map.of("categories", List.of(""), "level", "expert"), eli, null);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"categories[0]\"", "\"level\"");
        assertThat(api.put(INTERESTS, Map.of(), people.client("learning:write"), null)
                        .status())
                .isEqualTo(403);
    }

    private Api.Answer recommended(String learner, String languages) {
        var answer = api.send(api.request("/api/v1/learners/me/recommendations?limit=10")
                .header("Authorization", "Bearer " + learner)
                .header("Accept-Language", languages));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
