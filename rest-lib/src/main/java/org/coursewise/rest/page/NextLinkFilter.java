package org.coursewise.rest.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.ext.Provider;

/** Points from a page to the next one (RFC 8288), with every other query parameter as it was. */
@Provider
@ApplicationScoped
public class NextLinkFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page && page.nextCursor() != null) {
            var next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build();
            response.getHeaders().add("Link", Link.fromUri(next).rel("next").build());
        }
    }
}
