package org.coursewise.console.apidocs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value for a schema: its own example, else one made of the examples of its parts. */
final class Examples {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 6;

    private final Document document;

    Examples(Document document) {
        this.document = document;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        var own = schema.has("example") ? schema.path("example") : schema.at("/examples/0");
        if (!own.isMissingNode()) {
            return own;
        }
        if (schema.has("$ref")) {
            return depth > DEEPEST ? JSON.nullNode() : of(document.resolved(schema), depth + 1);
        }
        if (schema.has("properties")) {
            var object = JSON.createObjectNode();
            for (var property : schema.path("properties").properties()) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
            }
            return object;
        }
        if (schema.has("items")) {
            return JSON.createArrayNode().add(of(schema.path("items"), depth + 1));
        }
        if (schema.has("anyOf")) {
            return of(schema.at("/anyOf/0"), depth + 1);
        }
        return byType(schema);
    }

    private static JsonNode byType(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> JSON.getNodeFactory().numberNode(0);
            case "boolean" -> JSON.getNodeFactory().booleanNode(false);
            case "object" -> JSON.createObjectNode();
            case "string" -> JSON.getNodeFactory().stringNode("");
            default -> JSON.nullNode();
        };
    }

    static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        return value.isString() ? value.asString() : value.toPrettyString();
    }

    static String form(JsonNode value) {
        return value.properties().stream()
                .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                        + URLEncoder.encode(text(field.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
