package org.coursewise.rest.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer other than success, told to the client as a problem document. The message is its {@code detail}: written for
 * the person who reads it, saying what to do. A service's own errors extend this in one sealed type.
 */
public class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, String> headers;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    public ProblemException(ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        this(type, detail, errors, retryAfter, Map.of());
    }

    ProblemException(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            Map<String, String> headers) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.headers = Map.copyOf(headers);
    }

    /** 400 {@code invalid-input}, with the fields that are wrong. */
    public static ProblemException invalidInput(List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID_INPUT, "Some fields are not valid; see errors.", errors, null);
    }

    /** 400 {@code invalid-input} for one field. */
    public static ProblemException invalidInput(String field, String message) {
        return invalidInput(List.of(new FieldError(field, message)));
    }

    /** 404 {@code not-found}: it is not there, or may not be seen. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Further headers of the answer, such as the {@code Allow} of a 405. */
    Map<String, String> headers() {
        return headers;
    }

    /** The message, which always exists. */
    public String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
