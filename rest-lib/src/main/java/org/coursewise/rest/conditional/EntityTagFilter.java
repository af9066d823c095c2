package org.coursewise.rest.conditional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Sets the ETag of what is {@link Versioned}, and answers 304 to a GET that knows it already. */
@Provider
@ApplicationScoped
public class EntityTagFilter implements ContainerResponseFilter {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned versioned) || response.getStatus() >= 300) {
            return;
        }
        var tag = versioned.etag();
        response.getHeaders().putSingle("ETag", '"' + tag + '"');
        var isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var known = request.getHeaderString("If-None-Match");
        if (isRead
                && response.getStatus() == OK
                && known != null
                && EntityTags.parse(known).filter(tags -> tags.matchWeakly(tag)).isPresent()) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
