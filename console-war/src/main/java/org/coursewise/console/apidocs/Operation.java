package org.coursewise.console.apidocs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A verb at a path. What is told of it are the document's own words, in English. */
public final class Operation {

    private final Document document;
    private final String verb;
    private final String path;
    private final JsonNode node;

    Operation(Document document, String verb, String path, JsonNode node) {
        this.document = document;
        this.verb = verb;
        this.path = path;
        this.node = node;
    }

    /**
     * What a call can be given.
     *
     * @param in path, query or header
     * @param name of the input on the page
     */
    public record Parameter(
            String in, String key, String name, String description, boolean required, String example, String kind) {}

    /** What a call can say. */
    public record Body(String type, String example, boolean required, List<SchemaRow> rows) {}

    /** What may be answered. */
    public record Response(String status, String description, String type, List<SchemaRow> rows) {}

    public String id() {
        return node.path("operationId").asString(verb + " " + path);
    }

    public String verb() {
        return verb.toUpperCase(Locale.ROOT);
    }

    public String path() {
        return path;
    }

    public String summary() {
        return node.path("summary").asString("");
    }

    public String description() {
        return node.path("description").asString("");
    }

    public String tag() {
        return node.at("/tags/0").asString("");
    }

    public String service() {
        return document.service();
    }

    /** What takes away asks first. */
    public boolean isDestructive() {
        return verb.equals("delete");
    }

    /** Roles and scopes that may; empty where anybody may. */
    public String who() {
        return node.path("x-roles").valueStream().map(role -> role.asString("")).collect(Collectors.joining(", "));
    }

    public List<Parameter> parameters() {
        return node.path("parameters")
                .valueStream()
                .map(document::resolved)
                .map(this::parameter)
                .toList();
    }

    private Parameter parameter(JsonNode given) {
        var in = given.path("in").asString("query");
        var name = given.path("name").asString("");
        var schema = document.resolved(given.path("schema"));
        return new Parameter(
                in,
                "in." + in + "." + name,
                name,
                given.path("description").asString(""),
                given.path("required").asBoolean(false),
                Examples.text(given.path("example").isMissingNode() ? schema.at("/examples/0") : given.path("example")),
                SchemaRow.kind(schema));
    }

    /** The first kind of body that it takes. */
    public Optional<Body> body() {
        var request = document.resolved(node.path("requestBody"));
        return request.path("content").properties().stream().findFirst().map(content -> {
            var media = content.getValue();
            var example = media.path("example").isMissingNode()
                    ? new Examples(document).of(media.path("schema"))
                    : media.path("example");
            var text = content.getKey().contains("form-urlencoded") ? Examples.form(example) : Examples.text(example);
            return new Body(
                    content.getKey(),
                    text,
                    request.path("required").asBoolean(false),
                    SchemaRow.of(document, media.path("schema")));
        });
    }

    /** For a page, which asks whether there is one. */
    public List<Body> bodies() {
        return body().stream().toList();
    }

    public List<Response> responses() {
        var responses = new ArrayList<Response>();
        for (var response : node.path("responses").properties()) {
            var said = document.resolved(response.getValue());
            var content = said.path("content").properties().stream().findFirst();
            responses.add(new Response(
                    response.getKey(),
                    said.path("description").asString(""),
                    content.map(entry -> entry.getKey()).orElse(""),
                    content.map(entry -> SchemaRow.of(document, entry.getValue().path("schema")))
                            .orElse(List.of())));
        }
        return responses;
    }

    /** Whether all words stand somewhere in what a reader knows it by. */
    boolean isAbout(String words) {
        var told = String.join(" ", verb, path, id(), tag(), summary(), description())
                .toLowerCase(Locale.ROOT);
        return words.isBlank()
                || List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .allMatch(told::contains);
    }
}
