package org.coursewise.rest.json;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/**
 * Refuses bodies over 1 MiB (text/csv: 100 MiB, streamed), whether they say their length or not, and smaller ones that do not
 * come in time.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class BodyLimitFilter implements ContainerRequestFilter {

    static final long LIMIT = 1 << 20;
    static final long CSV_LIMIT = 100L << 20;

    /** Half of the threads that every server begins with. */
    private static final WholeBodies SMALL = new WholeBodies(32, Duration.ofSeconds(10));

    @Override
    public void filter(ContainerRequestContext request) {
        var type = request.getMediaType();
        var limit = type != null && type.getSubtype().equalsIgnoreCase("csv") ? CSV_LIMIT : LIMIT;
        if (contentLength(request) > limit) {
            throw LimitedBody.tooLarge(limit);
        }
        if (request.hasEntity()) {
            var body = new LimitedBody(request.getEntityStream(), limit);
            request.setEntityStream(limit == LIMIT ? SMALL.read(body) : body);
        }
    }

    /** {@code getLength()} gives up beyond an int. */
    private static long contentLength(ContainerRequestContext request) {
        var text = request.getHeaderString("Content-Length");
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0; // the stream counts for itself
        }
    }
}
