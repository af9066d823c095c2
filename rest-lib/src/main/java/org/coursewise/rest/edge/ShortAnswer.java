package org.coursewise.rest.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.coursewise.rest.conditional.EntityTags;
import org.coursewise.rest.json.Rendered;

/** For filters that answer before JAX-RS what it would answer as well. Whatever is out of the ordinary is left to it. */
public final class ShortAnswer {

    private static final String JSON = "application/json";
    private static final Set<String> ACCEPTED = Set.of("*/*", JSON);

    private ShortAnswer() {}

    /** Whether it is a GET without a body, for JSON, and says each thing once. */
    public static boolean isFor(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && isSaidOnce(request, "Accept")
                && isSaidOnce(request, "If-None-Match")
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null
                && (accept == null || ACCEPTED.contains(accept));
    }

    /** Whether a request has no more than one header of this name. */
    public static boolean isSaidOnce(HttpServletRequest request, String name) {
        var headers = request.getHeaders(name);
        if (headers.hasMoreElements()) {
            headers.nextElement();
        }
        return !headers.hasMoreElements();
    }

    /** @param route as {@link RouteFilter} would note it */
    public static void write(Rendered shown, String route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(RouteFilter.ROUTE, route);
        response.setContentType(JSON);
        response.setHeader("ETag", '"' + shown.etag() + '"');
        var known = request.getHeader("If-None-Match");
        if (known != null
                && EntityTags.parse(known)
                        .filter(tags -> tags.matchWeakly(shown.etag()))
                        .isPresent()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        // the server may have put down 401 before it learnt the key of a good token
        response.setStatus(HttpServletResponse.SC_OK);
        shown.language().ifPresent(language -> response.setHeader("Content-Language", language));
        response.setContentLength(shown.length());
        shown.writeTo(response.getOutputStream());
    }
}
