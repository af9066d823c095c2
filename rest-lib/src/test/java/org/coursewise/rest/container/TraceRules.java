package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

interface TraceRules {

    @Test
    default void theInstanceIsTheTraceTheClientBegan() {
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var problem = Http.get("/things/failing/unexpectedly", "traceparent", traceparent);
        assertThat(problem.json().get("instance").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(Http.get("//nowhere", "traceparent", traceparent)
                        .json()
                        .get("instance")
                        .asString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(Http.get("/things/trace", "traceparent", traceparent)
                        .json()
                        .get("traceparent")
                        .asString())
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    default void anUnexpectedFailureIsLoggedOnceWithTheTrace() {
        var id = "1af7651916cd43dd8448eb211c803190";
        Http.get("/things/failing/unexpectedly", "traceparent", "00-" + id + "-b7ad6b7169203331-01");
        var log = Path.of(System.getProperty("liberty.home"), "usr/servers/coursewise-rest-lib-test/logs/messages.log");
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(lines(log))
                .filteredOn(line -> line.contains(id))
                .singleElement()
                .asString()
                .contains("\"ext_traceId\":\"" + id + "\"")
                .contains("a secret of ours"));
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.readAllLines(log);
    }
}
