package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coursewise.rest.container.ProblemsIT.assertProblem;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
class IdempotencyIT {

    private final String key = UUID.randomUUID().toString();

    @Deployment(testable = false)
    static WebArchive service() {
        return TestService.war();
    }

    @Test
    void theSameRequestGetsTheSameAnswer() {
        var first = create("one");
        var second = create("one");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"v1\"");
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.response().headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void anotherBodyWithTheSameKeyIs422() {
        create("one");
        assertProblem(create("two"), 422, "idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToItsCaller() {
        var mine = create("one", "Authorization", "Bearer " + Tokens.of("u1", "learner"));
        var yours = create("one", "Authorization", "Bearer " + Tokens.of("u2", "learner"));
        assertThat(yours.text()).isNotEqualTo(mine.text());
        assertThat(create("one", "Authorization", "Bearer " + Tokens.of("u1", "learner"))
                        .text())
                .isEqualTo(mine.text());
    }

    @Test
    void invalidInputIsAnsweredTheSameToo() {
        var first = create("");
        assertProblem(first, 400, "invalid-input");
        assertThat(create("").text()).isEqualTo(first.text());
    }

    @Test
    void aFailureOfOursIsNotKept() {
        assertProblem(create("fails"), 500, "internal-error");
        assertThat(create("one").status()).isEqualTo(201);
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Http.Answer> request = () -> create("one");
            var answers =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> request).toList());
            var created = new java.util.HashSet<String>();
            for (var answer : answers) {
                if (answer.get().status() == 201) {
                    created.add(answer.get().text());
                } else {
                    assertProblem(answer.get(), 409, "request-in-progress");
                    assertThat(answer.get().header("Retry-After")).isEqualTo("1");
                }
            }
            assertThat(created).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with a space"})
    void aBadKeyIs400(String bad) {
        var answer = Http.post("/things", body("one"), "Idempotency-Key", bad);
        assertProblem(answer, 400, "invalid-input");
    }

    private Http.Answer create(String title, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of("Idempotency-Key", key));
        all.addAll(java.util.List.of(headers));
        return Http.post("/things", body(title), all.toArray(String[]::new));
    }

    private static String body(String title) {
        return "{\"title\": \"" + title + "\", \"size\": 1, \"weight\": 1, \"parts\": []}";
    }
}
