package org.coursewise.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;

/** Gives a body to an error that came without one: the server's own 401, a resource's bare 404. */
@Provider
@ApplicationScoped
public class EmptyErrorFilter implements ContainerResponseFilter {

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || response.hasEntity()) {
            return;
        }
        var answer = problems.response(HttpFault.ofStatus(response.getStatus(), Map.of()));
        response.setEntity(answer.getEntity(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        answer.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                response.getHeaders().put(name, values);
            }
        });
    }
}
