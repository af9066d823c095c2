package org.coursewise.rest.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as every service reads and writes it. Nothing is guessed: a key twice, a key we do not know, a number where text
 * belongs, text after the end, more than {@value #MAX_DEPTH} levels are all refused.
 */
public final class StrictJson {

    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER = build();

    private StrictJson() {}

    /** The one mapper; thread-safe. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper build() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(
                        coercions -> coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(LogicalType.Textual, coercions -> coercions
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultNullHandling(nulls -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .annotationIntrospector(new PrimitivesAreRequired())
                .addModule(new SimpleModule("coursewise")
                        .addDeserializer(Instant.class, new StrictScalars.Instants())
                        .addDeserializer(String.class, new StrictScalars.Texts())
                        .addKeyDeserializer(String.class, new StrictScalars.Keys())
                        .addDeserializer(Double.class, new StrictScalars.Doubles(Double.class, null))
                        .addDeserializer(double.class, new StrictScalars.Doubles(double.class, 0.0)))
                .build();
    }

    /** A number or a flag of a record that is left out is missing, not 0 or false. */
    private static final class PrimitivesAreRequired extends JacksonAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            var marked = super.hasRequiredMarker(config, member);
            if (marked != null) {
                return marked;
            }
            var isPrimitive =
                    member instanceof AnnotatedParameter && member.getRawType().isPrimitive();
            return isPrimitive ? Boolean.TRUE : null;
        }
    }
}
