package org.coursewise.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Values that Jackson would take more of than this API does. */
final class StrictScalars {

    private StrictScalars() {}

    /** Text that a database can keep: neither U+0000 nor half of a surrogate pair. */
    private static @Nullable String complaint(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return "must not contain the character U+0000";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must not contain half of a surrogate pair";
            }
        }
        return null;
    }

    static final class Texts extends StdScalarDeserializer<String> {

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            var text = parser.getString();
            var complaint = complaint(text);
            return complaint == null ? text : context.reportInputMismatch(this, complaint);
        }
    }

    static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            var complaint = complaint(key);
            return complaint == null ? key : context.reportInputMismatch(String.class, complaint);
        }
    }

    /** RFC 3339: a date, T, a time with seconds, and Z or an offset; read into UTC. */
    static final class Instants extends StdScalarDeserializer<Instant> {

        private static final Pattern RFC_3339 =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
            }
            var text = parser.getString();
            if (RFC_3339.matcher(text).matches()) {
                try {
                    return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
                } catch (DateTimeException e) {
                    // 30 February: the same complaint
                }
            }
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not RFC 3339");
        }
    }

    /** A finite number. Jackson takes "NaN" as text and makes 1e999 infinite. */
    static final class Doubles extends StdScalarDeserializer<Double> {

        private final @Nullable Double absent;

        Doubles(Class<?> type, @Nullable Double absent) {
            super(type);
            this.absent = absent;
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT
                    && parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return (Double) context.handleUnexpectedToken(getValueType(context), parser);
            }
            var value = parser.getDoubleValue();
            return Double.isFinite(value) ? value : context.reportInputMismatch(this, "must be a finite number");
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return absent == null ? null : context.reportInputMismatch(this, "must not be null");
        }
    }
}
