package org.coursewise.rest.edge;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** Nobody calls a resource by a token that {@link EdgeFilter} has not looked at, however it came in. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class VettedCallers implements ContainerRequestFilter {

    /** The attribute of a request whose token is good. */
    static final String VETTED = VettedCallers.class.getName();

    /** Whether the edge has looked at the token of a request and found it good. */
    public static boolean isVetted(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(VETTED));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() != null
                && !Boolean.TRUE.equals(request.getProperty(VETTED))) {
            throw new ProblemException(
                    ProblemType.INVALID_ACCESS_TOKEN, "Send the access token as Authorization: Bearer TOKEN, once.");
        }
    }
}
