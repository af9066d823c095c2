package org.coursewise.auth.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.rest.caller.Caller;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** The person an access token speaks for; a machine client's speaks for none. */
@ApplicationScoped
public class Person {

    @Inject
    Caller caller;

    /** @throws ProblemException 403 for a machine client */
    public UserId id() {
        return UserId.parse(caller.id()).orElseThrow(Person::nobody);
    }

    /** The session the token was issued in. */
    public UUID session() {
        return UUID.fromString(caller.sessionId().orElseThrow(Person::nobody));
    }

    private static ProblemException nobody() {
        return new ProblemException(ProblemType.FORBIDDEN, "This is for people; a machine client has no account.");
    }
}
