package org.coursewise.rest.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The problem for a bare HTTP status, and for what JAX-RS throws before a resource is reached. */
final class HttpFault {

    private static final List<String> KEPT_HEADERS = List.of("Allow", "Retry-After", "WWW-Authenticate");

    /**
     * RESTEasy answers a query parameter it cannot convert with 404, as JAX-RS has it; this API says 400 and which one.
     * Only its message tells the two apart.
     */
    private static final Pattern UNCONVERTIBLE = Pattern.compile(
            "RESTEASY003870.*?jakarta\\.ws\\.rs\\.(Query|Header|Cookie|Form)Param\\(\"?([^\")]+)\"?\\).*");

    private HttpFault() {}

    static ProblemException translate(WebApplicationException thrown) {
        var response = thrown.getResponse();
        if (thrown instanceof NotFoundException || response.getStatus() == 400) {
            var match =
                    UNCONVERTIBLE.matcher(String.valueOf(thrown.getMessage()).replaceAll("\\s+", " "));
            if (match.matches()) {
                return ProblemException.invalidInput(match.group(2), "is not valid");
            }
        }
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return ofStatus(response.getStatus(), headers);
    }

    static ProblemException ofStatus(int status, Map<String, String> headers) {
        var type = type(status);
        return new ProblemException(type, detail(type, headers), List.of(), null, headers);
    }

    private static ProblemType type(int status) {
        return switch (status) {
            case 400 -> ProblemType.BAD_REQUEST;
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 409 -> ProblemType.CONFLICT;
            case 412 -> ProblemType.PRECONDITION_FAILED;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 428 -> ProblemType.PRECONDITION_REQUIRED;
            case 429 -> ProblemType.THROTTLED;
            case 500 -> ProblemType.INTERNAL;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> unnamed(status);
        };
    }

    /** A status no one here uses on purpose: its reason phrase is all there is to say. */
    private static ProblemType unnamed(int status) {
        var known = Response.Status.fromStatusCode(status);
        var phrase = known == null ? "HTTP " + status : known.getReasonPhrase();
        return new ProblemType(phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), status, phrase);
    }

    private static String detail(ProblemType type, Map<String, String> headers) {
        return switch (type.code()) {
            case "unauthenticated" -> "Send an access token as Authorization: Bearer.";
            case "forbidden" -> "Your roles do not allow this.";
            case "not-found" -> "There is nothing at this address.";
            case "method-not-allowed" ->
                headers.containsKey("Allow")
                        ? "This address takes " + headers.get("Allow") + "."
                        : "This address does not take this method.";
            case "not-acceptable" -> "None of the media types in Accept can be made.";
            case "unsupported-media-type" -> "The body's Content-Type is not one this address takes.";
            case "internal-error" -> "This is our fault. Name the instance to whoever runs the service.";
            case "unavailable" -> "Try again in a moment.";
            case "bad-request" -> "The request cannot be understood.";
            default -> type.title() + ".";
        };
    }
}
