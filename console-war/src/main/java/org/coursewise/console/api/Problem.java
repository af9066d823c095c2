package org.coursewise.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The part of a problem document (RFC 9457) that a page needs; what else stands in it is passed over. */
record Problem(@Nullable String type, @Nullable List<FieldError> errors) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Problem UNKNOWN = new Problem(null, null);

    /** One wrong field. */
    record FieldError(@Nullable String field, @Nullable String message) {}

    /** Something between the API and us may answer in its own words: then nothing is known. */
    static Problem parse(String body) {
        try {
            var problem = JSON.readValue(body, Problem.class);
            return problem == null ? UNKNOWN : problem;
        } catch (JacksonException e) {
            return UNKNOWN;
        }
    }

    /** A token that is malformed, too, is a link that does not work. */
    boolean aboutToken() {
        return "invalid-token".equals(code())
                || fieldErrors().stream().anyMatch(error -> "token".equals(error.field()));
    }

    List<String> complaints() {
        return fieldErrors().stream()
                .map(FieldError::message)
                .filter(message -> message != null && !message.isBlank())
                .map(String::valueOf)
                .toList();
    }

    /** The last segment of the type's URI. */
    String code() {
        return type == null ? "unknown" : type.substring(type.lastIndexOf('/') + 1);
    }

    private List<FieldError> fieldErrors() {
        return errors == null ? List.of() : errors;
    }
}
