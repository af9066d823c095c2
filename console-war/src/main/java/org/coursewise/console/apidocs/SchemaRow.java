package org.coursewise.console.apidocs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A line about a schema.
 *
 * @param name of the field, with those it stands in: {@code items[].course.id}
 */
public record SchemaRow(String name, String kind, boolean required, String description, String example) {

    private static final int DEEPEST = 4;

    static List<SchemaRow> of(Document document, JsonNode schema) {
        var rows = new ArrayList<SchemaRow>();
        add(document, document.resolved(schema), "", 0, Set.of(), rows);
        return rows;
    }

    private static void add(
            Document document, JsonNode schema, String prefix, int depth, Set<JsonNode> above, List<SchemaRow> rows) {
        if (depth > DEEPEST || above.contains(schema)) {
            return;
        }
        var here = new HashSet<>(above);
        here.add(schema);
        var required = schema.path("required")
                .valueStream()
                .map(name -> name.asString(""))
                .collect(Collectors.toSet());
        for (var property : schema.path("properties").properties()) {
            var shown = property.getValue();
            var inner = inner(document, shown);
            var name = prefix + property.getKey() + (isArray(document.resolved(shown)) ? "[]" : "");
            rows.add(new SchemaRow(
                    name,
                    kind(document.resolved(shown)),
                    required.contains(property.getKey()),
                    shown.path("description").asString(inner.path("description").asString("")),
                    Examples.text(shown.at("/examples/0"))));
            add(document, inner, name + ".", depth + 1, here, rows);
        }
        if (isArray(schema)) {
            add(document, document.resolved(schema.path("items")), prefix + "[].", depth + 1, here, rows);
        }
    }

    /** What is inside of it: of a list an item, of what may be null the other. */
    private static JsonNode inner(Document document, JsonNode schema) {
        var resolved = document.resolved(schema);
        if (isArray(resolved)) {
            return document.resolved(resolved.path("items"));
        }
        return resolved.path("anyOf")
                .valueStream()
                .map(document::resolved)
                .filter(each -> each.has("properties"))
                .findFirst()
                .orElse(resolved);
    }

    private static boolean isArray(JsonNode schema) {
        return types(schema).contains("array");
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(one -> one.asString("")).toList()
                : type.isString() ? List.of(type.asString()) : List.of();
    }

    /** Type, format, values and bounds in a few words. */
    static String kind(JsonNode schema) {
        var parts = new ArrayList<String>();
        var types = String.join(" | ", types(schema));
        parts.add(types.isEmpty() && schema.has("properties") ? "object" : types);
        parts.add(schema.path("format").asString(""));
        parts.add(schema.path("enum").valueStream().map(Examples::text).collect(Collectors.joining(" | ")));
        bound(schema, "minimum", "≥ ", parts);
        bound(schema, "maximum", "≤ ", parts);
        bound(schema, "maxLength", "length ≤ ", parts);
        bound(schema, "maxItems", "items ≤ ", parts);
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static void bound(JsonNode schema, String name, String sign, List<String> parts) {
        if (schema.has(name)) {
            parts.add(sign + Examples.text(schema.path(name)));
        }
    }
}
