package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.rest.caller.AccessToken;
import org.coursewise.rest.caller.Revocations;

/**
 * Here, where sessions and roles are known, a token is good no longer than what it says: whoever logged out, was deleted
 * or lost a role is out at once. The other services hear of it (revocation-lib).
 */
@ApplicationScoped
class LiveSessions implements Revocations {

    @Inject
    Sessions sessions;

    @Override
    public boolean isRevoked(AccessToken token) {
        return token.sessionId()
                .filter(session -> !sessions.isLive(session, token.roles()))
                .isPresent();
    }
}
