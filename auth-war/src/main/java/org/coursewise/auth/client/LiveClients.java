package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.rest.caller.AccessToken;
import org.coursewise.rest.caller.Revocations;

/** Here, where clients are known, a machine's token is good no longer than its client, and not after it was given back. */
@ApplicationScoped
class LiveClients implements Revocations {

    @Inject
    MachineTokens tokens;

    @Override
    public boolean isRevoked(AccessToken token) {
        return token.sessionId().isEmpty() && !tokens.isLive(token.subject(), token.id());
    }
}
