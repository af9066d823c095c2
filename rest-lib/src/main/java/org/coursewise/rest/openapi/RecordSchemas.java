package org.coursewise.rest.openapi;

import jakarta.ws.rs.PATCH;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the schemas of wire records by what the scanner does not see: a component marked {@link Nullable} may be
 * null; a number or flag is never left out, and an answer leaves out nothing; a merge patch may leave out anything. Ids,
 * cursors, numbers and flags get an example. A tree is any JSON value, not a Jackson object.
 */
final class RecordSchemas {

    private static final String TREE = "JsonNode";
    private static final String PATCH_SUFFIX = "Patch";
    private static final String REFERENCE = "#/components/schemas/";
    static final String ID = "0b7c3f6e-2a41-4c0f-8f2e-5d8f0d1c9a77";
    private static final String CURSOR = "eyJpZCI6IjBiN2MzZjZlIn0";

    private final Map<String, Class<?>> taken = new HashMap<>();
    private final Map<String, Class<?>> patched = new HashMap<>();
    private final Map<String, Class<?>> given = new HashMap<>();

    /** Notes the records a method takes and gives. */
    void collect(Method method) {
        collect(method.getGenericReturnType(), given);
        for (var answer : method.getAnnotationsByType(APIResponse.class)) {
            Stream.of(answer.content())
                    .map(content -> content.schema().implementation())
                    .forEach(type -> collect(type, given));
        }
        for (var answer : method.getAnnotationsByType(APIResponseSchema.class)) {
            collect(answer.value(), given);
        }
        Stream.of(method.getGenericParameterTypes()).forEach(type -> collect(type, taken));
        Stream.concat(Stream.of(method), Stream.of(method.getParameters()))
                .map(place -> place.getAnnotation(RequestBody.class))
                .filter(Objects::nonNull)
                .flatMap(body -> Stream.of(body.content()))
                .map(content -> content.schema().implementation())
                .forEach(type -> collect(type, method.isAnnotationPresent(PATCH.class) ? patched : taken));
    }

    void correct(Components components) {
        var schemas = components.getSchemas();
        if (schemas == null) {
            return;
        }
        var all = new HashMap<>(given);
        all.putAll(patched);
        all.putAll(taken);
        all.forEach((name, type) -> {
            var schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                var isAnswer = !taken.containsKey(name) && !patched.containsKey(name);
                Stream.of(type.getRecordComponents()).forEach(component -> correct(schema, component, isAnswer));
            }
        });
        if (schemas.containsKey(TREE)) {
            components.addSchema(TREE, OASFactory.createSchema().description("Any JSON value."));
            components.removeSchema("JsonNodeType");
        }
    }

    /** Lets the bodies of merge patches leave out whatever they do not change. */
    void relax(Operation patch, Components components) {
        var schemas = components.getSchemas();
        var content =
                patch.getRequestBody() == null ? null : patch.getRequestBody().getContent();
        if (schemas == null || content == null) {
            return;
        }
        content.getMediaTypes().values().forEach(media -> patched.keySet().stream()
                .filter(name -> media.getSchema() != null
                        && (REFERENCE + name).equals(media.getSchema().getRef()))
                .findFirst()
                .ifPresent(name -> {
                    var whole = schemas.get(name);
                    if (whole != null) {
                        components.addSchema(name + PATCH_SUFFIX, patchOf(whole));
                    }
                    media.setSchema(OASFactory.createSchema().ref(name + PATCH_SUFFIX));
                    if (!taken.containsKey(name)) {
                        components.removeSchema(name);
                    }
                }));
    }

    private static Schema patchOf(Schema whole) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What is left out stays, what is null is cleared (RFC 7396).")
                .properties(whole.getProperties());
    }

    private static void correct(Schema schema, RecordComponent component, boolean isAnswer) {
        var name = component.getName();
        var property = Objects.requireNonNull(schema.getProperties()).get(name);
        if (property == null) {
            return;
        }
        show(name, property);
        if ((isAnswer || component.getType().isPrimitive())
                && (schema.getRequired() == null || !schema.getRequired().contains(name))) {
            schema.addRequired(name);
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addProperty(name, orNull(property));
        }
    }

    private static void show(String name, Schema property) {
        if (property.getExamples() == null || property.getExamples().isEmpty()) {
            if (name.equals("id") || name.endsWith("Id")) {
                property.setExamples(List.of(ID));
            } else if (name.equals("nextCursor")) {
                property.setExamples(List.of(CURSOR));
            } else if (isOf(property, Schema.SchemaType.BOOLEAN)) {
                property.setExamples(List.of(true));
            } else if (isOf(property, Schema.SchemaType.INTEGER) || isOf(property, Schema.SchemaType.NUMBER)) {
                property.setExamples(List.of(1));
            }
        }
    }

    private static boolean isOf(Schema schema, Schema.SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(schema, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        return schema;
    }

    private static void collect(Type type, Map<String, Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            collect(generic, (Class<?>) generic.getRawType(), found);
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), found);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(bound -> collect(bound, found));
        } else if (type instanceof Class<?> plain) {
            collect(plain, plain.isArray() ? plain.getComponentType() : plain, found);
        }
    }

    private static void collect(Type type, Class<?> raw, Map<String, Class<?>> found) {
        if (raw.isRecord() && found.put(name(type), raw) == null) {
            Stream.of(raw.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> collect(component, found));
        }
    }

    /** As the scanner names it: {@code PageUserView} for {@code Page<UserView>}, else as its annotation says. */
    private static String name(Type type) {
        if (type instanceof Class<?> plain) {
            var named = plain.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
            return named == null || named.name().isEmpty() ? plain.getSimpleName() : named.name();
        }
        return simpleName(type);
    }

    private static String simpleName(Type type) {
        if (type instanceof ParameterizedType generic) {
            return simpleName(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(RecordSchemas::simpleName)
                            .collect(Collectors.joining());
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : "";
    }
}
