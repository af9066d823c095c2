package org.coursewise.rest.container;

import jakarta.enterprise.context.ApplicationScoped;
import org.coursewise.rest.caller.AccessToken;
import org.coursewise.rest.caller.Revocations;

/** Whose tokens the service of the tests calls revoked. */
@ApplicationScoped
class EndedSessions implements Revocations {

    static final String SUBJECT = "logged-out";

    @Override
    public boolean isRevoked(AccessToken token) {
        return token.subject().equals(SUBJECT)
                && token.sessionId().filter("session-1"::equals).isPresent();
    }
}
