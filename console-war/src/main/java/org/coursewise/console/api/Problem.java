package org.coursewise.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem document (RFC 9457) as far as a page needs it; what else stands in it is passed over.
 *
 * @param instance the trace by which it is found in the logs
 */
public record Problem(
        @Nullable String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<FieldError> errors) {

    /** No answer at all, or not in time. */
    static final String UNREACHABLE = "unreachable";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** One wrong field. */
    public record FieldError(
            @Nullable String field, @Nullable String message) {}

    /** Something between the API and us may answer in its own words: then nothing is known but the status. */
    static Problem parse(int status, String body) {
        try {
            var problem = JSON.readValue(body, Problem.class);
            return problem == null ? of(status, null) : problem.withStatus(status);
        } catch (JacksonException e) {
            return of(status, null);
        }
    }

    static Problem unreachable() {
        return of(503, UNREACHABLE);
    }

    static Problem notFound() {
        return of(404, "not-found");
    }

    private static Problem of(int status, @Nullable String type) {
        return new Problem(type, null, status, null, null, List.of());
    }

    private Problem withStatus(int answered) {
        return new Problem(type, title, answered, detail, instance, errors);
    }

    /** A token that is malformed, too, is a link that does not work. */
    boolean aboutToken() {
        return "invalid-token".equals(code()) || errors.stream().anyMatch(error -> "token".equals(error.field()));
    }

    List<String> complaints() {
        return errors.stream()
                .map(FieldError::message)
                .filter(message -> message != null && !message.isBlank())
                .map(String::valueOf)
                .toList();
    }

    /** The last segment of the type's URI. */
    public String code() {
        return type == null ? "unknown" : type.substring(type.lastIndexOf('/') + 1);
    }
}
