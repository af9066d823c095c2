package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coursewise.rest.container.ProblemRules.assertProblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

interface IdempotencyRules {

    @Test
    default void theSameRequestGetsTheSameAnswer() {
        var key = UUID.randomUUID().toString();
        var first = create(key, "one");
        var second = create(key, "one");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"v1\"");
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.response().headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    default void anotherBodyWithTheSameKeyIs422() {
        var key = UUID.randomUUID().toString();
        create(key, "one");
        assertProblem(create(key, "two"), 422, "idempotency-key-reused");
    }

    @Test
    default void aKeyBelongsToItsCaller() {
        var key = UUID.randomUUID().toString();
        var mine = create(key, "one", "Authorization", "Bearer " + Tokens.of("u1", "learner"));
        var yours = create(key, "one", "Authorization", "Bearer " + Tokens.of("u2", "learner"));
        assertThat(yours.text()).isNotEqualTo(mine.text());
        assertThat(create(key, "one", "Authorization", "Bearer " + Tokens.of("u1", "learner"))
                        .text())
                .isEqualTo(mine.text());
    }

    @Test
    default void invalidInputIsAnsweredTheSameToo() {
        var key = UUID.randomUUID().toString();
        var first = create(key, "");
        assertProblem(first, 400, "invalid-input");
        assertThat(create(key, "").text()).isEqualTo(first.text());
    }

    @Test
    default void aFailureOfOursIsNotKept() {
        var key = UUID.randomUUID().toString();
        assertProblem(create(key, "fails"), 500, "internal-error");
        assertThat(create(key, "one").status()).isEqualTo(201);
    }

    @Test
    default void ofManyAtOnceOneIsDone() throws Exception {
        var key = UUID.randomUUID().toString();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Http.Answer> request = () -> create(key, "one");
            var answers =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> request).toList());
            var created = new HashSet<String>();
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
    default void aBadKeyIs400(String bad) {
        var answer = Http.post("/things", body("one"), "Idempotency-Key", bad);
        assertProblem(answer, 400, "invalid-input");
    }

    private static Http.Answer create(String key, String title, String... headers) {
        var all = new ArrayList<>(List.of("Idempotency-Key", key));
        all.addAll(List.of(headers));
        return Http.post("/things", body(title), all.toArray(String[]::new));
    }

    private static String body(String title) {
        return "{\"title\": \"" + title + "\", \"size\": 1, \"weight\": 1, \"parts\": []}";
    }
}
