package org.coursewise.rest.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Names pages after what is on them, {@code UserPage}, where the scanner has {@code PageUserView} by the classes: a
 * client's classes are named so.
 */
final class PageNames {

    private PageNames() {}

    static void give(OpenAPI api) {
        var components = Objects.requireNonNull(api.getComponents());
        var schemas = Objects.requireNonNullElse(components.getSchemas(), Map.<String, Schema>of());
        var names = new HashMap<String, String>();
        schemas.forEach((name, schema) -> itemOf(name, schema).ifPresent(item -> names.put(name, item + "Page")));
        names.forEach((former, name) -> {
            components.addSchema(name, schemas.get(former));
            components.removeSchema(former);
        });
        answers(api).forEach(schema -> {
            var name = schema.getRef() == null ? null : names.get(referred(schema.getRef()));
            if (name != null) {
                schema.setRef(name);
            }
        });
    }

    /** What a page has on it, if it is one that the scanner named and that is no mere text. */
    private static Optional<String> itemOf(String name, Schema schema) {
        if (!name.startsWith("Page") || schema.getProperties() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(schema.getProperties().get("items"))
                .map(Schema::getItems)
                .map(Schema::getRef)
                .map(PageNames::referred);
    }

    private static String referred(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** Nothing but an answer is a page. */
    private static Stream<Schema> answers(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .map(content -> content.getMediaTypes().values())
                .flatMap(Collection::stream)
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }
}
