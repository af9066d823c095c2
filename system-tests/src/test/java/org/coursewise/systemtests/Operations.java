package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Everything that the services offer, as their own OpenAPI documents say it: a new endpoint is there by itself. */
final class Operations {

    static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    /** An id that nothing has. */
    static final String NO_ONES_ID = "8a6e0804-2bd0-4672-b79d-d97027f9071a";

    private Operations() {}

    /**
     * One verb on one path.
     *
     * @param path with its parameters in braces
     * @param mediaTypes of its body, none when it takes none
     * @param roles who may call; none when everybody may
     */
    record Operation(String verb, String path, List<String> mediaTypes, List<String> roles, boolean isIdempotent) {

        boolean takesJson() {
            return mediaTypes.contains("application/json");
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Operation> of(Api api) {
        var operations = new ArrayList<Operation>();
        for (var service : List.of("auth", "course", "email")) {
            var answer = api.send(api.request("/openapi/" + service)
                    .header("Accept", "application/json")
                    .GET());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(entry -> VERBS.contains(entry.getKey().toUpperCase(Locale.ROOT)))
                    .forEach(entry -> operations.add(
                            operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue()))));
        }
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }

    private static Operation operation(String verb, String path, JsonNode node) {
        var content = node.path("requestBody").path("content");
        return new Operation(
                verb,
                path,
                List.copyOf(content.propertyNames()),
                stream(node.path("x-roles")).map(JsonNode::asString).toList(),
                stream(node.path("parameters"))
                        .anyMatch(
                                parameter -> parameter.path("$ref").asString("").contains("Idempotency")));
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
