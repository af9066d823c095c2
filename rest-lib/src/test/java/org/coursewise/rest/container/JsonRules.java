package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coursewise.rest.container.ProblemRules.assertProblem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

interface JsonRules {

    String GOOD =
            "{\"title\": \"Ä\", \"size\": 1, \"weight\": 1, \"at\": \"2026-01-31T09:30:00+01:00\", \"parts\": []}";

    @Test
    default void aGoodBodyIsTakenAndShownInUtc() {
        var answer = Http.post("/things", GOOD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
        assertThat(answer.header("Location")).startsWith("https://api.test/api/v1/things/");
        assertThat(answer.json().get("content").get("title").asString()).isEqualTo("Ä");
        assertThat(answer.json().get("content").get("at").asString()).isEqualTo("2026-01-31T08:30:00Z");
        assertThat(answer.json().has("etag")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                        | malformed-json |
                    {"size": 1, "weight": 1} {}              | malformed-json |
                    ``                                       | malformed-json |
                    null                                     | malformed-json |
                    {"size": NaN}                            | malformed-json |
                    {"title": "a", "title": "b"}             | malformed-json | title
                    []                                       | invalid-input  |
                    "text"                                   | invalid-input  |
                    {"size": 1, "weight": 1, "nope": 1}      | invalid-input  | nope
                    {"size": "1"}                            | invalid-input  | size
                    {"size": 1.5}                            | invalid-input  | size
                    {"size": 99999999999}                    | invalid-input  | size
                    {"size": null}                           | invalid-input  | size
                    {"title": "a", "weight": 1, "parts": []} | invalid-input  | size
                    {"title": 1}                             | invalid-input  | title
                    {"title": "\\u0000"}                     | invalid-input  | title
                    {"weight": "NaN"}                        | invalid-input  | weight
                    {"weight": 1e999}                        | invalid-input  | weight
                    {"at": 1}                                | invalid-input  | at
                    {"at": "2026-02-30T09:30:00Z"}           | invalid-input  | at
                    {"parts": [{"name": true}]}              | invalid-input  | parts[0].name
                    {"parts": [null]}                        | invalid-input  | parts[0]
                    {"parts": {}}                            | invalid-input  | parts
                    """)
    default void badJsonIs400AndTheFieldIsNamed(String body, String code, String field) {
        var answer = Http.post("/things", body);
        assertProblem(answer, 400, code);
        if (field != null) {
            assertThat(answer.json().get("errors").get(0).get("field").asString())
                    .isEqualTo(field);
        }
    }

    @Test
    default void aBodyTooDeepIs400AtOnce() {
        assertProblem(patch("[".repeat(10_000)), 400, "malformed-json");
    }

    @Test
    default void aBodyTooLongIs413WithAndWithoutItsLength() {
        var body = "{\"title\": \"" + "a".repeat(1 << 20) + "\"}";
        assertProblem(Http.post("/things", body), 413, "body-too-large");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var chunked = Http.to("/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        assertProblem(Http.send(chunked), 413, "body-too-large");
    }

    @Test
    default void anotherMediaTypeOrCharsetIs415() {
        assertProblem(Http.send("POST", "/things", GOOD, "Content-Type", "text/plain"), 415, "unsupported-media-type");
        assertProblem(
                Http.send("POST", "/things", GOOD, "Content-Type", "application/json; charset=iso-8859-1"),
                415,
                "unsupported-media-type");
    }

    @Test
    default void aMergePatchChangesWhatItNames() {
        var answer = patch("{\"title\": \"Second\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("content").get("title").asString()).isEqualTo("Second");
        assertThat(answer.json().get("content").get("size").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"title": null}   | title
                    {"size": null}    | size
                    {"parts": null}   | parts
                    {"nope": 1}       | nope
                    {"nope": null}    | nope
                    {"title": 7}      | title
                    {"title": ""}     | title
                    """)
    default void aMergePatchIsAsStrictAsABody(String patch, String field) {
        var answer = patch(patch);
        assertProblem(answer, 400, "invalid-input");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    private static Http.Answer patch(String patch) {
        return Http.send(
                "PATCH", "/things/1", patch, "Content-Type", "application/merge-patch+json", "If-Match", "\"v7\"");
    }
}
