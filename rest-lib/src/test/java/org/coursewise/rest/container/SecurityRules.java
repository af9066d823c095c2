package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coursewise.rest.container.ProblemRules.assertProblem;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

interface SecurityRules {

    @Test
    default void aTokenTellsWhoCalls() {
        var answer = Http.get("/things/mine", "Authorization", "Bearer " + Tokens.of("u1", "learner"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("id").asString()).isEqualTo("u1");
        assertThat(answer.json().get("sid").asString()).isEqualTo("session-1");
        assertThat(answer.json().get("roles").get(0).asString()).isEqualTo("learner");
    }

    @Test
    default void noTokenWhereOneIsNeededIs401WithoutAnError() {
        var answer = Http.get("/things/mine");
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.response().headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    default void aRoleThatDoesNotSufficeIs403() {
        var answer = Http.send(
                Http.to("/things/1").DELETE().header("Authorization", "Bearer " + Tokens.of("u1", "learner")));
        assertProblem(answer, 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things", "/things/mine", "/nowhere", "//nowhere"})
    default void aBadTokenIs401OnEveryPath(String path) {
        for (var token : new String[] {"rubbish", Tokens.expired(), Tokens.of("u1", "learner") + "x", ""}) {
            var answer = Http.get(path, "Authorization", "Bearer " + token);
            assertProblem(answer, 401, "invalid-access-token");
            assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer error=\"invalid_token\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things", "/things/mine", "/nowhere"})
    default void aRevokedTokenIs401OnEveryPath(String path) {
        var answer = Http.get(path, "Authorization", "Bearer " + Tokens.of(EndedSessions.SUBJECT, "learner"));
        assertProblem(answer, 401, "invalid-access-token");
        assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer error=\"invalid_token\"");
    }

    @Test
    default void aTokenThatIsNoAccessTokenIs401() {
        for (var type : new String[] {"JWT", "rt+jwt", null}) {
            var answer = Http.get("/things/mine", "Authorization", "Bearer " + Tokens.ofType(type));
            assertProblem(answer, 401, "invalid-access-token");
        }
    }

    @Test
    default void aNewKeyIsTakenAndAWithdrawnOneForgottenWithoutARestart() {
        var old = Tokens.of("u1", "learner");
        var next = Tokens.newKey();
        var token = Tokens.signedBy(next);
        assertProblem(Http.get("/things/mine", "Authorization", "Bearer " + token), 401, "invalid-access-token");

        Tokens.publish(next);
        await().until(() -> status(token) == 200);
        assertThat(status(old)).isEqualTo(200);

        Tokens.publish();
        await().until(() -> status(token) == 401);
        assertThat(status(old)).isEqualTo(200);
    }

    @Test
    default void anIssuerThatHangsIsWaitedForByNobody() {
        var good = Tokens.of("u1", "learner");
        var foreign = Tokens.signedBy(Tokens.newKey());
        try (var hanging = Tokens.hang()) {
            var asked = hanging.asked();
            for (var i = 0; i < 20; i++) {
                assertThat(status(foreign)).isEqualTo(401);
                assertThat(status(good)).isEqualTo(200);
            }
            assertThat(hanging.asked()).as("nobody asks because of a token").isLessThanOrEqualTo(asked + 1);
        }
    }

    private static int status(String token) {
        return Http.get("/things/mine", "Authorization", "Bearer " + token).status();
    }

    @Test
    default void aTokenWithoutTheWordBearerIs401() {
        for (var subject : new String[] {"u1", EndedSessions.SUBJECT}) {
            for (var path : new String[] {"/things", "/things/mine", "/nowhere"}) {
                var answer = Http.get(path, "Authorization", Tokens.of(subject, "learner"));
                assertProblem(answer, 401, "invalid-access-token");
            }
        }
    }

    @Test
    default void whoWritesTheSchemeOtherwiseIsToldHow() {
        var answer = Http.get("/things/mine", "Authorization", "bearer " + Tokens.of("u1", "learner"));
        assertProblem(answer, 401, "invalid-access-token");
        assertThat(answer.json().get("detail").asString()).contains("Bearer");
    }

    @Test
    default void anotherSchemeIsNobodysBusinessOnAPublicPath() {
        var answer = Http.get("/things", "Authorization", "Basic YTpi");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    default void everyAnswerTellsBrowsersToKeepOut() {
        var answer = Http.get("/things");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    default void aResourceMayAllowCaching() {
        assertThat(Http.get("/things/cached").response().headers().allValues("Cache-Control"))
                .containsExactly("max-age=60");
    }

    @Test
    default void scriptsOfConfiguredOriginsMayCall() {
        var preflight = Http.send(Http.to("/things")
                .method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", "https://app.test", "Access-Control-Request-Method", "POST"));
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://app.test");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
        var call = Http.get("/things", "Origin", "https://app.test");
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo("https://app.test");
        assertThat(Http.get("/things", "Origin", "https://evil.test").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
