package org.coursewise.rest.openapi;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the schemas of wire records by what the scanner does not see: a component marked {@link Nullable} may be
 * null, and a number or flag is never left out. A tree is any JSON value, not a Jackson object.
 */
final class RecordSchemas {

    private static final String TREE = "JsonNode";

    private final Map<String, Class<?>> records = new HashMap<>();

    /** Notes the records a method takes and gives. */
    void collect(Method method) {
        collect(method.getGenericReturnType());
        Stream.of(method.getGenericParameterTypes()).forEach(this::collect);
        var named = new LinkedHashSet<Class<?>>();
        for (var answer : method.getAnnotationsByType(APIResponse.class)) {
            Stream.of(answer.content())
                    .map(content -> content.schema().implementation())
                    .forEach(named::add);
        }
        for (var answer : method.getAnnotationsByType(APIResponseSchema.class)) {
            named.add(answer.value());
        }
        Stream.concat(Stream.of(method), Stream.of(method.getParameters()))
                .map(place -> place.getAnnotation(RequestBody.class))
                .filter(Objects::nonNull)
                .flatMap(body -> Stream.of(body.content()))
                .map(content -> content.schema().implementation())
                .forEach(named::add);
        named.forEach(this::collect);
    }

    void correct(Components components) {
        var schemas = components.getSchemas();
        if (schemas == null) {
            return;
        }
        records.forEach((name, type) -> {
            var schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                Stream.of(type.getRecordComponents()).forEach(component -> correct(schema, component));
            }
        });
        if (schemas.containsKey(TREE)) {
            components.addSchema(TREE, OASFactory.createSchema().description("Any JSON value."));
            components.removeSchema("JsonNodeType");
        }
    }

    private static void correct(Schema schema, RecordComponent component) {
        var name = component.getName();
        var property = Objects.requireNonNull(schema.getProperties()).get(name);
        if (property == null) {
            return;
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addProperty(name, orNull(property));
        } else if (component.getType().isPrimitive()
                && (schema.getRequired() == null || !schema.getRequired().contains(name))) {
            schema.addRequired(name);
        }
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

    private void collect(Type type) {
        if (type instanceof ParameterizedType generic) {
            collect(generic, (Class<?>) generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::collect);
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(this::collect);
        } else if (type instanceof Class<?> plain) {
            collect(plain, plain.isArray() ? plain.getComponentType() : plain);
        }
    }

    private void collect(Type type, Class<?> raw) {
        if (raw.isRecord() && records.put(name(type), raw) == null) {
            Stream.of(raw.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(this::collect);
        }
    }

    /** As the scanner names it: {@code PageUser} for {@code Page<User>}. */
    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(RecordSchemas::name)
                            .collect(Collectors.joining());
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : "";
    }
}
