package org.coursewise.rest.json;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coursewise.rest.problem.FieldError;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in a client's words why its JSON was not taken, without a word of ours about classes. */
final class JsonFault {

    // what Jackson tells in its messages alone
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"(.*)\".*", Pattern.DOTALL);
    private static final String TRAILING = "Trailing token";
    private static final String NULL_PRIMITIVE = "Cannot map `null` into type";
    private static final String MISSING = "Missing required creator property";

    private JsonFault() {}

    static ProblemException translate(JacksonException fault) {
        var field = field(fault);
        if (fault instanceof StreamConstraintsException) {
            return malformed(
                    "It nests deeper than " + StrictJson.MAX_DEPTH + " levels or holds a number too long.", field, "");
        }
        if (fault instanceof InputCoercionException) {
            return ProblemException.invalidInput(field, "is out of range");
        }
        if (fault instanceof StreamReadException) {
            var duplicate = DUPLICATE.matcher(fault.getOriginalMessage());
            if (duplicate.matches()) {
                return malformed(
                        "A key stands twice in one object.", duplicateField(fault, duplicate.group(1)), "stands twice");
            }
            return malformed("It breaks off or goes wrong at " + position(fault) + ".", field, "");
        }
        if (fault.getOriginalMessage().startsWith(TRAILING)) {
            return malformed("It goes on after its end.", field, "");
        }
        return ProblemException.invalidInput(field, message(fault));
    }

    private static ProblemException malformed(String detail, String field, String message) {
        var errors =
                field.isEmpty() || message.isEmpty() ? List.<FieldError>of() : List.of(new FieldError(field, message));
        return new ProblemException(
                ProblemType.MALFORMED_JSON, "The body is not JSON we take. " + detail, errors, null);
    }

    private static String message(JacksonException fault) {
        if (fault instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        if (fault instanceof InvalidNullException) {
            return "must not be null";
        }
        if (fault instanceof ValueInstantiationException) {
            // our own value types refuse with a message for the client; what a library says is not for it
            return fault.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
                    ? refused.getMessage()
                    : "is not valid";
        }
        if (fault instanceof MismatchedInputException mismatch) {
            var original = fault.getOriginalMessage();
            if (original.startsWith("must ")) {
                return original;
            }
            if (original.startsWith(NULL_PRIMITIVE)) {
                return "must not be null";
            }
            if (original.startsWith(MISSING)) {
                return "must not be missing";
            }
            return expected(mismatch.getTargetType(), fault instanceof InvalidFormatException);
        }
        return "is not valid";
    }

    private static String expected(Class<?> type, boolean rightShape) {
        if (type == null) {
            return "is not valid";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant ->
                                    StrictJson.mapper().valueToTree(constant).asString())
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "must be a time as in RFC 3339, such as 2026-01-31T09:30:00Z";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (List.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class)
                .contains(type)) {
            return "must be a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        if (rightShape) {
            return "is not valid";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "must be an object" : "is not valid";
    }

    /** As in {@code items[0].name}; empty for the body itself. */
    private static String field(JacksonException fault) {
        var path = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String position(JacksonException fault) {
        var at = fault.getLocation();
        return at == null ? "its end" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Jackson finds it while still between two fields, so that its own path ends at the object. */
    private static String duplicateField(JacksonException fault, String key) {
        if (!(fault.processor() instanceof JsonParser parser)) {
            return key;
        }
        var path = new ArrayDeque<String>();
        for (var at = parser.streamReadContext().getParent(); at != null; at = at.getParent()) {
            if (at.inObject()) {
                path.push("." + at.currentName());
            } else if (at.inArray()) {
                path.push("[" + at.getCurrentIndex() + "]");
            }
        }
        return (String.join("", path) + "." + key)
                .substring(path.isEmpty() || path.peek().startsWith(".") ? 1 : 0);
    }
}
