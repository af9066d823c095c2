package org.coursewise.auth.client;

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

/** Here, where clients are known, a machine's token is good no longer than its client, and not after it was given back. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
public class LiveClientFilter implements ContainerRequestFilter {

    @Inject
    Caller caller;

    @Inject
    MachineTokens tokens;

    @Override
    public void filter(ContainerRequestContext request) {
        if (caller.isKnown()
                && caller.sessionId().isEmpty()
                && !tokens.isLive(caller.id(), caller.tokenId().orElse(""))) {
            throw new ProblemException(
                    ProblemType.INVALID_ACCESS_TOKEN,
                    "This access token was revoked, or its client is gone. Get a new one.");
        }
    }
}
