package org.coursewise.rest.edge;

import jakarta.servlet.http.HttpServletRequest;

/** What a browser must know of an API that is not made for browsers (OWASP REST security). */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static void set(HttpServletRequest request, EdgeResponse response) {
        response.setDefaultCaching("no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
