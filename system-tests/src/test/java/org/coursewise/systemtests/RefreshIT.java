package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A refresh token works once, however many bring it and whatever happens meanwhile. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class RefreshIT {

    private static final String ADDRESS = "ada.refresh@example.org";

    private final LocalStack stack;
    private final Api api;
    private final AuthDatabase database;

    RefreshIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.database = new AuthDatabase(stack);
        new People(stack).join(ADDRESS);
    }

    @Test
    void ofFiftyAtOnceOneSucceedsAtMostAndTheSessionEnds() throws Exception {
        var first = logIn();
        var answers = AtOnce.run(50, i -> refresh(first.text("refreshToken")));
        hasEnded(first, answers);
        assertThat(database.audited(ADDRESS)).contains("REFRESH_TOKEN_REUSED");
    }

    @Test
    void aReplayInTheSameSecondEndsTheSession() {
        var first = logIn();
        var second = refresh(first.text("refreshToken"));
        hasEnded(first, List.of(second, refresh(first.text("refreshToken"))));
    }

    @Test
    void aSpentTokenIsStillKnownAfterARestart() throws Exception {
        var first = logIn();
        var second = refresh(first.text("refreshToken"));
        assertThat(second.status()).isEqualTo(200);
        stack.restart("auth");
        assertThat(refresh(first.text("refreshToken")).problem()).isEqualTo("invalid-refresh-token");
        hasEnded(first, List.of(second));
    }

    @Test
    void aRestartWhileFiftyBringOneTokenChangesNothing() throws Exception {
        var first = logIn();
        var token = first.text("refreshToken");
        var restart = new Thread(() -> stack.restart("auth"));
        restart.start();
        var answers = AtOnce.run(50, i -> refreshUntilAnswered(token));
        restart.join();
        hasEnded(first, answers);
    }

    @Test
    void aRefreshThatRacesTheLogOutLeavesNoLiveToken() throws Exception {
        for (var i = 0; i < 15; i++) {
            var first = logIn();
            var answers = AtOnce.run(List.<Callable<Api.Answer>>of(
                    () -> refresh(first.text("refreshToken")),
                    () -> api.delete("/api/v1/sessions/current", first.text("accessToken"), null)));
            assertThat(answers.get(1).status()).isEqualTo(204);
            hasEnded(first, List.of(answers.get(0)));
        }
    }

    /** At most one of the answers is a new pair, and neither it nor the first is good for anything any more. */
    private void hasEnded(Api.Answer first, List<Api.Answer> answers) {
        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsAnyOf(200, 401)
                .isSubsetOf(200, 401);
        var pairs = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(pairs).hasSizeLessThanOrEqualTo(1);
        for (var pair : pairs) {
            isDead(pair);
        }
        isDead(first);
    }

    private void isDead(Api.Answer pair) {
        assertThat(refresh(pair.text("refreshToken")).status()).isEqualTo(401);
        assertThat(api.get("/api/v1/users/me", pair.text("accessToken")).status())
                .isEqualTo(401);
    }

    private Api.Answer logIn() {
        var answer = api.logIn(ADDRESS, People.PASSWORD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Api.Answer refresh(String token) {
        return api.post("/api/v1/tokens/refresh", Map.of("refreshToken", token));
    }

    /** As a client does: who got no answer asks again. */
    private Api.Answer refreshUntilAnswered(String token) {
        return Awaitility.await("an answer to a refresh")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> refresh(token), answer -> answer.status() < 500);
    }
}
