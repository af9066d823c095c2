package org.coursewise.rest.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who acts, taken from the verified access token alone. To be injected; outside of a request there is none. */
@RequestScoped
public class Caller {

    private final @Nullable HttpServletRequest request;

    @Inject
    public Caller(HttpServletRequest request) {
        this.request = request;
    }

    /** For the container's proxy alone. */
    Caller() {
        this.request = null;
    }

    public boolean isKnown() {
        return token().isPresent();
    }

    /**
     * The user's id, or the machine client's.
     *
     * @throws ProblemException 401 when no one is logged in
     */
    public String id() {
        return token().map(JsonWebToken::getSubject)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED, "Send an access token as Authorization: Bearer."));
    }

    /** The session the token belongs to; empty for a machine client. */
    public Optional<String> sessionId() {
        return token().map(token -> token.getClaim("sid")).map(Object::toString);
    }

    /** Roles of a user, scopes of a machine client. */
    public Set<String> roles() {
        return token().map(JsonWebToken::getGroups)
                .<Set<String>>map(Set::copyOf)
                .orElse(Set.of());
    }

    public boolean hasRole(String role) {
        return roles().contains(role);
    }

    /** Where the request comes from, as the gateway says it; empty outside of one. */
    public String address() {
        return request == null ? "" : request.getRemoteAddr();
    }

    /** Who to keep this caller apart by when it needs no name: its id, else its address. */
    public String distinguishingMark() {
        return token().map(token -> distinguishingMark(token.getSubject())).orElseGet(() -> "address:" + address());
    }

    /** The same of somebody who is not here. */
    public static String distinguishingMark(String subject) {
        return "subject:" + subject;
    }

    private Optional<JsonWebToken> token() {
        return request != null && request.getUserPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }
}
