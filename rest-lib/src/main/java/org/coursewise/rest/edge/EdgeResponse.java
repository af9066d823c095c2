package org.coursewise.rest.edge;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.coursewise.rest.problem.Problems;

/** Answers {@code sendError} with a problem document, and lets a resource's own caching replace our default. */
final class EdgeResponse extends HttpServletResponseWrapper {

    private static final String CACHE_CONTROL = "Cache-Control";

    private final Problems problems;
    private boolean cachingDecided;

    EdgeResponse(HttpServletResponse response, Problems problems) {
        super(response);
        this.problems = problems;
    }

    /** What holds unless someone further in says otherwise. */
    void setDefaultCaching(String value) {
        if (!cachingDecided) {
            super.setHeader(CACHE_CONTROL, value);
        }
    }

    @SuppressWarnings("NullAway") // since Servlet 6.1 null takes a header away
    void removeHeader(String name) {
        super.setHeader(name, null);
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(CACHE_CONTROL) && !cachingDecided) {
            cachingDecided = true;
            super.setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        cachingDecided |= name.equalsIgnoreCase(CACHE_CONTROL);
        super.setHeader(name, value);
    }

    @Override
    public void sendError(int status) throws IOException {
        problems.write(problems.ofStatus(status), this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        // the message is the container's, for its own page
        sendError(status);
    }
}
