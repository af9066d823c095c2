package org.coursewise.rest.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified access token says.
 *
 * @param id what this one token is known by, its {@code jti}
 * @param subject the user's id, or the machine client's
 * @param sessionId the session it belongs to; empty for a machine client
 * @param roles of a user, or scopes of a machine client
 * @param issuedAt in whole seconds, rounded down
 */
public record AccessToken(String id, String subject, Optional<String> sessionId, Set<String> roles, Instant issuedAt) {

    public AccessToken {
        roles = Set.copyOf(roles);
    }

    /** The token a request was sent with; empty when it came without a good one. */
    public static Optional<AccessToken> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof JsonWebToken token ? Optional.of(of(token)) : Optional.empty();
    }

    private static AccessToken of(JsonWebToken token) {
        var groups = token.getGroups();
        return new AccessToken(
                String.valueOf(token.getTokenID()),
                token.getSubject(),
                Optional.ofNullable(token.getClaim("sid")).map(Object::toString),
                groups == null ? Set.of() : groups,
                Instant.ofEpochSecond(token.getIssuedAtTime()));
    }
}
