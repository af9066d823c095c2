package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI documents leave a client's author no question: every answer, schema, example and who may call. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiIT {

    private static final Path COPIES = Path.of("../docs/openapi");
    /** Without which a request is refused. */
    private static final Set<String> NEEDED = Set.of("If-Match", "kind");

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    private final Api api;

    OpenApiIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email"})
    void everyOperationSaysWhatItTakesAndGives(String service) {
        var document = document(service);
        var gaps = new ArrayList<String>();
        var names = new HashSet<String>();
        eachOperation(document, (name, operation) -> {
            if (!names.add(operation.path("operationId").asString(""))) {
                gaps.add(name + ": its operationId is missing or another's");
            }
            if (operation.path("summary").asString("").isBlank()) {
                gaps.add(name + ": no summary");
            }
            if (operation.path("tags").isEmpty()) {
                gaps.add(name + ": no tag");
            }
            for (var parameter : operation.path("parameters")) {
                var resolved = resolved(document, parameter);
                if (resolved.path("schema").isEmpty()) {
                    gaps.add(name + ": parameter " + resolved.path("name").asString("?") + " has no schema");
                }
                if (resolved.path("description").asString("").isBlank()) {
                    gaps.add(name + ": parameter " + resolved.path("name").asString("?") + " has no description");
                }
                // but who makes what was not there yet has seen no state of it
                if (NEEDED.contains(resolved.path("name").asString(""))
                        && !resolved.path("required").asBoolean(false)
                        && !operation.path("responses").has("201")) {
                    gaps.add(name + " is refused without " + resolved.path("name") + " and does not say so");
                }
            }
            if (operation.has("requestBody")) {
                describe(document, name + ": the body", operation.path("requestBody"), gaps, true);
            }
            operation.path("responses").properties().forEach(answer -> {
                var response = resolved(document, answer.getValue());
                if (response.path("description").asString("").isBlank()) {
                    gaps.add(name + ": " + answer.getKey() + " has no description");
                }
                // RFC 7009: whoever gives a token back is told by the status alone
                var needsContent = !Set.of("202", "204", "304").contains(answer.getKey())
                        && !(name.endsWith("/oauth2/revoke") && answer.getKey().equals("200"));
                describe(document, name + ": " + answer.getKey(), response, gaps, needsContent);
            });
            if (operation.path("responses").properties().stream()
                    .noneMatch(answer -> answer.getKey().startsWith("2"))) {
                gaps.add(name + ": no answer when all is well");
            }
        });
        assertThat(gaps).as(() -> String.join("\n", gaps)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email"})
    void everySchemaIsTypedAndShownByAnExample(String service) {
        var document = document(service);
        var gaps = new ArrayList<String>();
        document.path("components").path("schemas").properties().forEach(schema -> {
            if (!schema.getValue().has("type")
                    && !schema.getValue().has("description")
                    && !schema.getValue().has("enum")) {
                gaps.add(schema.getKey() + ": neither type nor description");
            }
            schema.getValue().path("properties").properties().forEach(property -> {
                var name = schema.getKey() + "." + property.getKey();
                if (!isTyped(property.getValue())) {
                    gaps.add(name + ": no type");
                }
                if (isPlain(property.getValue())
                        && property.getValue().path("examples").isEmpty()
                        && !property.getValue().has("example")) {
                    gaps.add(name + ": no example");
                }
            });
        });
        assertThat(gaps).as(() -> String.join("\n", gaps)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email"})
    void everyReferenceLeadsSomewhereAndNothingIsUnused(String service) {
        var document = document(service);
        var references = new HashSet<String>();
        collect(document, references);
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        var unused = new ArrayList<String>();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> unused.add("#/components/schemas/" + schema.getKey()));
        unused.removeAll(references);
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email"})
    void whoNeedsATokenIsToldSo(String service) {
        var document = document(service);
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        var schemes = document.path("components").path("securitySchemes");
        eachOperation(document, (name, operation) -> {
            for (var requirement : operation.path("security")) {
                requirement.propertyNames().forEach(scheme -> assertThat(schemes.has(scheme))
                        .as(name)
                        .isTrue());
            }
            if (name.contains("/admin/") || name.contains("/me")) {
                assertThat(operation.path("security")).as(name).isNotEmpty();
                assertThat(operation.path("responses").has("403")).as(name).isTrue();
            }
        });
    }

    /** With them clients are generated: java-client's, and others'. */
    @ParameterizedTest
    @ValueSource(strings = {"auth", "course", "email"})
    void theCopyInTheDocumentationIsWhatIsServed(String service) throws IOException {
        var copy = COPIES.resolve(service + ".json");
        var served = copyOf(document(service));
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(copy, Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        }
        assertThat(served.equals(Api.JSON.readTree(Files.readString(copy))))
                .as("%s is what is served; if not, this test with -Dopenapi.renew=true writes it anew", copy)
                .isTrue();
    }

    /** Paths and components in the order of their names, and no address of this run. */
    private static JsonNode copyOf(JsonNode document) {
        var copy = (ObjectNode) document.deepCopy();
        copy.putArray("servers").addObject().put("url", "/");
        copy.set("paths", sorted(copy.path("paths")));
        var components = copy.putObject("components");
        sorted(document.path("components"))
                .properties()
                .forEach(part -> components.set(part.getKey(), sorted(part.getValue())));
        return copy;
    }

    private static ObjectNode sorted(JsonNode node) {
        var sorted = Api.JSON.createObjectNode();
        node.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> sorted.set(property.getKey(), property.getValue()));
        return sorted;
    }

    private JsonNode document(String service) {
        var answer = api.send(api.request("/openapi/" + service)
                .header("Accept", "application/json")
                .GET());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static void describe(JsonNode document, String what, JsonNode place, List<String> gaps, boolean required) {
        var content = resolved(document, place).path("content");
        if (content.isEmpty() && required) {
            gaps.add(what + " has no content");
        }
        content.properties().forEach(media -> {
            if (media.getValue().path("schema").isEmpty()) {
                gaps.add(what + " has no schema for " + media.getKey());
            }
        });
    }

    private static boolean isTyped(JsonNode schema) {
        return schema.has("type") || schema.has("$ref") || schema.has("anyOf") || schema.has("oneOf");
    }

    /** Text, numbers and flags; what is made of others, or one of a few, shows itself. */
    private static boolean isPlain(JsonNode schema) {
        var type = schema.path("type").toString();
        return Stream.of("string", "integer", "number", "boolean").anyMatch(plain -> type.contains('"' + plain + '"'))
                && !schema.has("enum");
    }

    private static void eachOperation(JsonNode document, BiConsumer<String, JsonNode> taker) {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> VERBS.contains(operation.getKey()))
                .forEach(operation -> taker.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref") && node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }
}
