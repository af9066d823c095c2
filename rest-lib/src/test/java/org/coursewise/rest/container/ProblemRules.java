package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.coursewise.rest.container.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

interface ProblemRules {

    @ParameterizedTest
    @CsvSource({
        "GET, //nowhere, 404, not-found",
        "GET, //, 404, not-found",
        "POST, //nowhere, 404, not-found",
        "TRACE, //nowhere, 405, method-not-allowed",
        "FROB, //nowhere, 404, not-found",
        "GET, //WEB-INF/web.xml, 404, not-found",
        "GET, //META-INF/web-fragment.xml, 404, not-found",
        "GET, //openapi/nowhere, 404, not-found",
        "POST, //openapi, 405, method-not-allowed",
        "GET, /nowhere, 404, not-found",
        "GET, /things?q=a%00b, 400, bad-request",
        "GET, /things/2, 404, not-found",
        "PUT, /things, 405, method-not-allowed",
        "TRACE, /things, 405, method-not-allowed",
        "FROB, /things, 405, method-not-allowed",
        "POST, /things, 415, unsupported-media-type",
        "DELETE, /things/1, 401, unauthenticated",
        "GET, /things/failing/gone, 410, gone",
        "GET, /things/failing/throttled, 429, throttled",
        "GET, /things/failing/database, 503, unavailable",
        "GET, /things/failing/unexpectedly, 500, internal-error",
        "GET, /things/failing/writing, 500, internal-error",
        "GET, /things/failing/badly, 500, internal-error",
    })
    default void everyErrorIsAProblemDocument(String method, String path, int status, String code) {
        assertProblem(Http.send(Http.to(path).method(method, BodyPublishers.noBody())), status, code);
    }

    @Test
    default void aWrongVerbIsToldTheRightOnes() {
        assertThat(Http.send("PUT", "/things", "").header("Allow"))
                .contains("GET")
                .contains("POST");
    }

    @Test
    default void anAcceptWeCannotServeIs406() {
        assertProblem(Http.get("/things", "Accept", "text/html"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=0",
                "application/json; q=0.000, text/html",
                "*/*;q=0",
                "application/*;q=0, */*",
                "application/json;q=0, application/*, */*;q=0.5"
            })
    default void whatAnAcceptRulesOutIsNotServed(String accept) {
        assertProblem(Http.get("/things", "Accept", accept), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;q=0, */*;q=0.1", "*/*;q=0, application/json", "application/json;q=0.001"})
    default void whatAnAcceptAllowsIsServed(String accept) {
        assertThat(Http.get("/things", "Accept", accept).status()).isEqualTo(200);
    }

    /** As generated clients do where a document says of an operation that it answers 204 or a problem. */
    @Test
    default void aChangeThatAnswersNothingIsMadeForWhoAcceptsProblemsAlone() {
        var delete = Http.to("/things/1").DELETE().header("Authorization", "Bearer " + Tokens.of("u1", "admin"));
        assertThat(Http.send(delete.header("Accept", "application/problem+json"))
                        .status())
                .isEqualTo(204);
        assertProblem(Http.get("/things", "Accept", "application/problem+json"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "*", "*/*; charset=utf-8"})
    default void aBodyOfNoOneTypeIs415(String type) {
        assertProblem(Http.send("POST", "/things", "{}", "Content-Type", type), 415, "unsupported-media-type");
    }

    @Test
    default void whoShouldComeAgainIsToldWhen() {
        assertThat(Http.get("/things/failing/throttled").header("Retry-After")).isEqualTo("2");
        assertThat(Http.get("/things/failing/database").header("Retry-After")).isEqualTo("5");
    }

    @Test
    default void constraintsNameFieldsAsTheClientWroteThem() {
        var answer = Http.post(
                "/things",
                "{\"title\": \" \", \"size\": 1, \"weight\": 1, \"parts\": [{\"name\": \"a\"}, {\"name\": \"\"}]}");
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.json().get("errors").valueStream().map(error -> error.get("field")
                        .asString()))
                .containsExactlyInAnyOrder("title", "parts[1].name");
        var query = Http.get("/things?size=10");
        assertProblem(query, 400, "invalid-input");
        assertThat(query.json().get("errors").get(0).get("field").asString()).isEqualTo("size");
    }

    @Test
    default void aQueryParameterOfAWrongTypeIs400() {
        var answer = Http.get("/things?size=big");
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("size");
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("type").asString()).isEqualTo("https://problems.test/" + code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("instance").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }
}
