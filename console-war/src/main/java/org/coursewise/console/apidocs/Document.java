package org.coursewise.console.apidocs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service's OpenAPI document. */
final class Document {

    static final List<String> SERVICES = List.of("auth", "course", "email");

    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");
    private static final JsonMapper JSON = new JsonMapper();

    private final String service;
    private final JsonNode root;

    Document(String service, JsonNode root) {
        this.service = service;
        this.root = root;
    }

    static Document of(String service, Api api) {
        var body = api.get(Call.atRoot("openapi", SERVICES.contains(service) ? service : "-"))
                .body();
        return new Document(service, JSON.valueToTree(body));
    }

    String title() {
        return root.at("/info/title").asString("");
    }

    String description() {
        return root.at("/info/description").asString("");
    }

    /** In the document's order. */
    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : root.path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                if (VERBS.contains(verb.getKey())) {
                    operations.add(new Operation(this, verb.getKey(), path.getKey(), verb.getValue()));
                }
            }
        }
        return operations;
    }

    Optional<Operation> operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** The thing itself, where the document only names it. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }

    String service() {
        return service;
    }
}
