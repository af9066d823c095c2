package org.coursewise.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Stands before every answer: tells browsers to run nothing but our own files, to frame, cache and pass on nothing, and
 * refuses what no page of ours sends, or what a page of somebody else's does. In web.xml, because it comes first.
 */
public class PageGuard extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String VIEW_STATE = "jakarta.faces.ViewState";
    private static final String STATELESS = "stateless";
    private static final int MAX_LINK_FORM_BYTES = 16 * 1024;
    private static final int MAX_FORM_BYTES = 2 * 1024 * 1024;

    /** The API takes files of 100 MiB; a form adds a little around them. */
    private static final int MAX_UPLOAD_BYTES = 101 * 1024 * 1024;

    private static final String POLICY = "Content-Security-Policy";
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
            try {
                chain.doFilter(NewNonce.where(request), new OnePolicy(request, response));
            } finally {
                forgetFiles(request);
            }
        }
    }

    /** What a form sent as files lies on this machine no longer than the answer takes. */
    private static void forgetFiles(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/") && request.getDispatcherType() == DispatcherType.REQUEST) {
            for (var part : request.getParts()) {
                part.delete();
            }
        }
    }

    /**
     * PrimeFaces adds a policy of its own, with the nonce of its scripts: on the pages that use it, in place of ours. Whoever
     * begins an answer anew begins with our headers.
     */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private final boolean isOurs;

        private OnePolicy(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
            this.isOurs = Pages.isOpen(request);
        }

        @Override
        public void reset() {
            super.reset();
            setHeaders(request, this);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!POLICY.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            } else if (!isOurs) {
                super.setHeader(name, value);
            }
        }
    }

    /** The status to refuse it with, if it is to be refused. */
    private static OptionalInt refusal(HttpServletRequest request, HttpServletResponse response) {
        if (READING.contains(request.getMethod())) {
            return refusalOfState(request);
        }
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            return OptionalInt.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        if (request.getContentLengthLong() < 0) {
            return OptionalInt.of(HttpServletResponse.SC_LENGTH_REQUIRED);
        }
        if (request.getContentLengthLong() > mostBytes(request)) {
            return OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (isFromElsewhere(request)) {
            return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
        }
        return refusalOfState(request);
    }

    private static int mostBytes(HttpServletRequest request) {
        if (Pages.isOpen(request)) {
            return MAX_LINK_FORM_BYTES;
        }
        return Pages.takesFiles(request) ? MAX_UPLOAD_BYTES : MAX_FORM_BYTES;
    }

    /** Browsers say where a form comes from; what is no browser has no cookie of somebody's to misuse. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    }

    /**
     * To Faces a link with a view state in its query is a form that was sent: a mere GET must not become one. A page that
     * anybody may open keeps no state, so nothing that a stranger sends as one is to be unpacked; one behind the log-in has
     * a state that its own session alone knows, and is never without.
     */
    private static OptionalInt refusalOfState(HttpServletRequest request) {
        try {
            URLDecoder.decode(Objects.toString(request.getQueryString(), ""), UTF_8);
            if (Pages.isOpen(request) && request.getHeader("Faces-Request") != null) {
                return OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
            }
            var state = request.getParameter(VIEW_STATE);
            var good = READING.contains(request.getMethod())
                    ? state == null
                    : state == null || STATELESS.equals(state) == Pages.isOpen(request);
            return good ? OptionalInt.empty() : OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // the first look at the parameters finds out that they cannot be decoded
            return OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void setHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Language", Language.of(request).getLanguage());
        response.setHeader(POLICY, CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", Pages.isVersioned(request) ? "private, max-age=86400" : "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
