package org.coursewise.rest.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.coursewise.rest.problem.Problem;

/**
 * Whoever takes problem documents may have a change made that is answered with nothing else. Clients that are generated
 * accept what a document has an operation answer with; where all is well with a 204 that is problems alone, and no
 * {@code @Produces} would fit.
 */
@Provider
@PreMatching
public class AcceptedProblemsFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public void filter(ContainerRequestContext request) {
        var accept = request.getHeaderString("Accept");
        if (accept != null
                && !READING.contains(request.getMethod())
                && RefusedTypesFilter.isWanted(Problem.MEDIA_TYPE, accept)) {
            request.getHeaders().putSingle("Accept", accept + ", */*;q=0.001");
        }
    }
}
