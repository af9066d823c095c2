package org.coursewise.auth.session;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/**
 * Here, where sessions and roles are known, a token is good no longer than what it says: whoever logged out, was deleted
 * or lost a role is out at once.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
public class LiveSessionFilter implements ContainerRequestFilter {

    @Inject
    Caller caller;

    @Inject
    Sessions sessions;

    @Override
    public void filter(ContainerRequestContext request) {
        caller.sessionId().ifPresent(session -> {
            if (!sessions.isLive(session, caller.roles())) {
                throw new ProblemException(
                        ProblemType.INVALID_ACCESS_TOKEN,
                        "The session of this access token has ended, or roles have changed since. Log in again.");
            }
        });
    }
}
