package org.coursewise.rest.edge;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Notes which route a request was given to, such as {@code /courses/{id}}, for its figures and its span. */
@Provider
public class RouteFilter implements ContainerRequestFilter {

    /** The property it writes, and the attribute of the request that this becomes; whoever answers before JAX-RS writes it too. */
    public static final String ROUTE = RouteFilter.class.getName();

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource != null && resource.getResourceClass() != null && resource.getResourceMethod() != null) {
            var route = path(resource.getResourceClass().getAnnotation(Path.class))
                    + path(resource.getResourceMethod().getAnnotation(Path.class));
            request.setProperty(ROUTE, route.isEmpty() ? "/" : route);
        }
    }

    private static String path(@Nullable Path path) {
        var text = path == null ? "" : path.value();
        return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
    }
}
