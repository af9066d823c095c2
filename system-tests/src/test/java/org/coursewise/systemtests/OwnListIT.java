package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A learner's own list goes a short way when all is ordinary; each answer and each refusal is that of the long one. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class OwnListIT {

    private static final String LIST = "/api/v1/learners/me/recommendations";
    private static final String SHORT = "application/json";
    /** The same to whoever reads it, and out of the ordinary. */
    private static final String LONG = "application/json;q=1";

    private final Api api;
    private final People people;

    OwnListIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        stack.loadSampleData();
    }

    @Test
    void bothWaysAnswerTheSame() {
        var learner = people.join("one.own.list@example.org");
        for (var query :
                List.of("", "?limit=3", "?limit=200", "?limit=0", "?limit=201", "?limit=ten", "?scenario=home")) {
            for (var language : List.of("en", "de-AT,de;q=0.8", "tlh", ";;")) {
                assertSame(LIST + query, learner, Map.of("Accept-Language", language), 0);
            }
        }
    }

    @Test
    void aListSaysWhichLanguageItsReasonsAreIn() {
        var learner = people.join("five.own.list@example.org");
        for (var accept : List.of(LONG, SHORT)) {
            var german = answer(LIST, learner, accept, Map.of("Accept-Language", "de-AT,de;q=0.8"));
            assertThat(german.header("Content-Language")).isEqualTo("de");
            var klingon = answer(LIST, learner, accept, Map.of("Accept-Language", "tlh"));
            assertThat(klingon.header("Content-Language")).isEqualTo("en");
        }
    }

    @Test
    void bothWaysKnowAListByItsTag() {
        var learner = people.join("two.own.list@example.org");
        var tag = api.get(LIST, learner).header("ETag");
        assertSame(LIST, learner, Map.of("If-None-Match", tag), 304);
        assertSame(LIST, learner, Map.of("If-None-Match", "W/" + tag), 304);
        assertSame(LIST, learner, Map.of("If-None-Match", "\"none\""), 200);
        assertSame(LIST, learner, Map.of("Accept-Language", "de;q=2"), 400);
    }

    @Test
    void whoMayNotAskIsRefusedOnBothWays() {
        var learner = people.join("three.own.list@example.org");
        assertSame(LIST, people.client("recommendations:read"), Map.of(), 403);
        assertSame(LIST, people.client("catalog:write"), Map.of(), 403);
        assertSame(LIST, learner.substring(0, learner.length() - 6) + "AAAAAA", Map.of(), 401);
        assertThat(api.get(LIST).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasTakenBackIsRefusedOnBothWays() {
        var learner = people.join("four.own.list@example.org");
        assertSame(LIST, learner, Map.of(), 200);
        assertThat(api.delete("/api/v1/sessions/current", learner, null).status())
                .isEqualTo(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> answer(LIST, learner, LONG, Map.of()).status() == 401);
        assertSame(LIST, learner, Map.of(), 401);
    }

    /** @param status that is expected; 0 for whichever both have */
    private void assertSame(String path, String token, Map<String, String> headers, int status) {
        var longWay = answer(path, token, LONG, headers);
        var shortWay = answer(path, token, SHORT, headers);
        assertThat(shortWay.status()).as(path + headers).isEqualTo(longWay.status());
        if (longWay.status() < 400) {
            assertThat(shortWay.body()).isEqualTo(longWay.body());
        } else {
            assertThat(shortWay.problem()).isEqualTo(longWay.problem());
        }
        assertThat(headers(shortWay)).isEqualTo(headers(longWay));
        if (status != 0) {
            assertThat(shortWay.status()).as(shortWay.body()).isEqualTo(status);
        }
    }

    private Api.Answer answer(String path, String token, String accept, Map<String, String> headers) {
        var request =
                api.request(path).header("Authorization", "Bearer " + token).header("Accept", accept);
        headers.forEach(request::header);
        return api.send(request.GET());
    }

    private static Map<String, List<String>> headers(Api.Answer answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.response().headers().map());
        // how an answer is cut into pieces is told of long ones by one way alone
        headers.keySet().removeAll(List.of("Date", "X-Request-Id", "Content-Length", "Transfer-Encoding"));
        return headers;
    }
}
