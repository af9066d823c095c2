package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coursewise.rest.container.ProblemRules.assertProblem;

import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

interface ListAndVersionRules {

    @Test
    default void aListIsReadToItsEndByItsLinks() {
        var path = "/things?size=3&limit=2";
        var items = new ArrayList<String>();
        for (var pages = 0; pages < 3; pages++) {
            var page = Http.get(path);
            page.json().get("items").forEach(item -> items.add(item.asString()));
            var link = page.header("Link");
            if (pages == 2) {
                assertThat(link).isEmpty();
                assertThat(page.json().get("nextCursor").isNull()).isTrue();
                break;
            }
            assertThat(link)
                    .matches("<https://api\\.test/[^>]+>; rel=\"next\"")
                    .contains("size=3")
                    .contains("limit=2");
            var next = URI.create(link.substring(1, link.indexOf('>')));
            assertThat(next.getRawQuery())
                    .contains("cursor=" + page.json().get("nextCursor").asString());
            path = next.getRawPath().substring("/api/v1".length()) + "?" + next.getRawQuery();
        }
        assertThat(items).containsExactly("thing 1", "thing 2", "thing 3", "thing 4", "thing 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "limit=x", "limit=", "cursor=x", "cursor="})
    default void aBadLimitOrCursorIs400(String query) {
        assertProblem(Http.get("/things?" + query), 400, "invalid-input");
    }

    @Test
    default void aCursorThatWasEditedIs400() {
        var cursor = Http.get("/things?limit=1").json().get("nextCursor").asString();
        var edited = cursor.substring(0, 10) + (cursor.charAt(10) == 'A' ? 'B' : 'A') + cursor.substring(11);
        assertProblem(Http.get("/things?limit=1&cursor=" + edited), 400, "invalid-input");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "v7",           304
            W/"v7",         304
            *,              304
            `"a", "v7"`,    304
            "v6",           200
            v7,             200
            """)
    default void whatAReaderKnowsAlreadyIsNotSentAgain(String tags, int status) {
        var answer = Http.get("/things/1", "If-None-Match", tags);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo("\"v7\"");
        assertThat(answer.text().isEmpty()).isEqualTo(status == 304);
    }

    @Test
    default void tagsInSeveralLinesAreOneList() {
        var answer = Http.send(
                "PATCH",
                "/things/1",
                "{}",
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v6\"",
                "If-Match",
                "\"v7\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "v7",         200, ok
            *,            200, ok
            `"v6","v7"`,  200, ok
            "v6",         412, precondition-failed
            W/"v7",       412, precondition-failed
            v7,           400, invalid-input
            ,             428, precondition-required
            """)
    default void aChangeIsMadeToTheStateTheClientSaw(String tags, int status, String code) {
        var answer = tags == null
                ? Http.send("PATCH", "/things/1", "{}", "Content-Type", "application/json")
                : Http.send("PATCH", "/things/1", "{}", "Content-Type", "application/json", "If-Match", tags);
        if (status == 200) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"v8\"");
        } else {
            assertProblem(answer, status, code);
        }
    }
}
