package org.coursewise.console.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every answer: tells browsers to run nothing but our own files, to frame, cache and pass on nothing, and
 * refuses what no page of ours sends.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class PageGuard extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    private static final String STATELESS = "stateless";
    private static final int MAX_FORM_BYTES = 16 * 1024;

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        setHeaders(request, response);
        var refusal =
                request.getDispatcherType() == DispatcherType.ERROR ? OptionalInt.empty() : refusal(request, response);
        if (refusal.isPresent()) {
            response.sendError(refusal.getAsInt());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The status to refuse it with, if it is to be refused. */
    private static OptionalInt refusal(HttpServletRequest request, HttpServletResponse response) {
        if (READING.contains(request.getMethod())) {
            return refusalOfState(request, null);
        }
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            return OptionalInt.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        if (request.getContentLengthLong() < 0) {
            return OptionalInt.of(HttpServletResponse.SC_LENGTH_REQUIRED);
        }
        if (request.getContentLengthLong() > MAX_FORM_BYTES) {
            return OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        return refusalOfState(request, STATELESS);
    }

    /**
     * To Faces a link with a view state in its query is a form that was sent: a mere GET must not become one. And our
     * pages keep no state, so nothing that a stranger sends as one is to be unpacked.
     */
    private static OptionalInt refusalOfState(HttpServletRequest request, @Nullable String allowed) {
        try {
            var state = request.getParameter(VIEW_STATE);
            return state == null || state.equals(allowed)
                    ? OptionalInt.empty()
                    : OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // the first look at the parameters finds out that they cannot be decoded
            return OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void setHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Language", Language.of(request).getLanguage());
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
