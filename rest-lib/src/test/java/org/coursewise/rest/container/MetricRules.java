package org.coursewise.rest.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface MetricRules {

    @Test
    default void aRequestIsCountedByMethodRouteAndClassOfStatus() {
        Http.get("/things/1");
        Http.get("/things/2");
        Http.get("/things/failing/database");
        assertThat(counts())
                .anyMatch(line -> has(line, "GET", "/things/{id}", "2xx"))
                .anyMatch(line -> has(line, "GET", "/things/{id}", "4xx"))
                .anyMatch(line -> has(line, "GET", "/things/failing/{how}", "5xx"));
    }

    @Test
    default void howLongAnswersTookIsToldInBucketsThatAddUp() {
        Http.get("/things/1");
        assertThat(metrics())
                .anyMatch(line ->
                        line.startsWith("coursewise_http_requests_seconds_bucket{") && line.contains("le=\"0.25\""))
                .noneMatch(line -> line.startsWith("coursewise_http_requests_seconds{"));
    }

    @Test
    default void nothingThatAClientMakesUpIsALabel() {
        var word = UUID.randomUUID().toString();
        Http.get("/things/" + word);
        Http.get("/nowhere/" + word);
        Http.get("//elsewhere/" + word);
        Http.get("/things?cursor=" + word);
        Http.get("/things/mine", "Authorization", "Bearer " + word);
        Http.send("WORD" + word.substring(0, 8).toUpperCase(Locale.ROOT), "/things", "");
        assertThat(metrics()).noneMatch(line -> line.contains(word)).noneMatch(line -> line.contains("\"WORD"));
        assertThat(counts()).anyMatch(line -> has(line, "GET", "/", "4xx"));
    }

    private static boolean has(String line, String method, String route, String status) {
        return line.contains("method=\"" + method + "\"")
                && line.contains("route=\"" + route + "\"")
                && line.contains("status=\"" + status + "\"");
    }

    private static List<String> counts() {
        return metrics().stream()
                .filter(line -> line.startsWith("coursewise_http_requests_seconds_count{"))
                .toList();
    }

    private static List<String> metrics() {
        return Http.get("//metrics").text().lines().toList();
    }
}
