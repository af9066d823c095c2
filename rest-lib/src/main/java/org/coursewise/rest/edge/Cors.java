package org.coursewise.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Lets scripts of the configured origins call the API (Fetch standard, CORS protocol); nobody's by default. */
final class Cors {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, traceparent";
    private static final String ANSWER_HEADERS = "ETag, Link, Location, Retry-After, WWW-Authenticate";

    private Cors() {}

    /** Sets the headers of an allowed origin; true when it was only asked whether it may call, which is answered. */
    static boolean answersPreflight(HttpServletRequest request, HttpServletResponse response, List<String> origins) {
        if (origins.isEmpty()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
