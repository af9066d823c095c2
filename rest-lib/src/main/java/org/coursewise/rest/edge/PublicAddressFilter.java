package org.coursewise.rest.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.coursewise.rest.RestSettings;

/** What an answer links to lies where the API is configured to be, whatever Host header a request came with. */
@Provider
@PreMatching
@ApplicationScoped
public class PublicAddressFilter implements ContainerRequestFilter {

    @Inject
    RestSettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        settings.apiUrl().ifPresent(api -> {
            var uri = request.getUriInfo();
            request.setRequestUri(at(api, uri.getBaseUri()), at(api, uri.getRequestUri()));
        });
    }

    private static URI at(URI api, URI uri) {
        return UriBuilder.fromUri(uri)
                .scheme(api.getScheme())
                .host(api.getHost())
                .port(api.getPort())
                .build();
    }
}
