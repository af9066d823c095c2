package org.coursewise.rest.problem;

/**
 * A kind of problem. Every constant here, and every one a service adds, is listed in docs/problems.md.
 *
 * @param code the last segment of its type URI, kebab-case
 * @param status the HTTP status it is answered with
 * @param title the same short words for every occurrence
 */
public record ProblemType(String code, int status, String title) {

    public static final ProblemType INVALID_INPUT = new ProblemType("invalid-input", 400, "Invalid input");
    public static final ProblemType MALFORMED_JSON = new ProblemType("malformed-json", 400, "Malformed JSON");
    public static final ProblemType BAD_REQUEST = new ProblemType("bad-request", 400, "Bad request");
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", 401, "Log in first");
    public static final ProblemType INVALID_ACCESS_TOKEN =
            new ProblemType("invalid-access-token", 401, "Invalid access token");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406, "Not acceptable");
    public static final ProblemType REQUEST_TIMEOUT = new ProblemType("request-timeout", 408, "Request timed out");
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409, "Conflict");
    public static final ProblemType REQUEST_IN_PROGRESS =
            new ProblemType("request-in-progress", 409, "The same request is being worked on");
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("precondition-failed", 412, "Changed in the meantime");
    public static final ProblemType BODY_TOO_LARGE = new ProblemType("body-too-large", 413, "Body too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "Unsupported media type");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "Idempotency-Key used for another request");
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "If-Match is needed");
    public static final ProblemType THROTTLED = new ProblemType("throttled", 429, "Too many requests");
    public static final ProblemType INTERNAL = new ProblemType("internal-error", 500, "Something went wrong");
    public static final ProblemType OVERLOADED = new ProblemType("overloaded", 503, "Busy");
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503, "Temporarily unavailable");
}
