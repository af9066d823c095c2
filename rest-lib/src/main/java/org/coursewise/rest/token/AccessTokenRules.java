package org.coursewise.rest.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature is good must be an access token (RFC 9068: {@code typ} is {@code at+jwt}) and signed by a key
 * that the issuer still publishes: the server itself remembers each key for as long as it runs.
 */
@ApplicationScoped
public class AccessTokenRules {

    private static final String SCHEME = "Bearer ";

    @Inject
    IssuerKeys keys;

    private final Clock clock = Clock.systemUTC();

    /**
     * Whether the token of a request is one to be let in with. The server that refuses a good one has not learnt its key
     * yet, and does now.
     *
     * @throws IOException when it cannot be taught
     */
    public boolean accept(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (accept(request.getUserPrincipal())) {
            return true;
        }
        var good = good(request.getHeader("Authorization"));
        return good.isPresent() && keys.teach(good.get().keyId(), () -> isTaken(request, response));
    }

    private boolean isTaken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            return request.authenticate(response) && accept(request.getUserPrincipal());
        } catch (ServletException e) {
            return false;
        }
    }

    /** A token that the issuer has signed and that has not expired; for all else the server's word counts. */
    private Optional<SignedToken> good(String authorization) {
        return authorization.startsWith(SCHEME)
                ? SignedToken.parse(authorization.substring(SCHEME.length()).strip())
                        .filter(token -> !token.expired(clock.instant()))
                        .filter(token -> keys.find(token.keyId())
                                .filter(token::isSignedWith)
                                .isPresent())
                : Optional.empty();
    }

    /**
     * Whether a token is one to be let in with.
     *
     * @param caller whom the server found in it; null when it refused it
     */
    private boolean accept(@Nullable Principal caller) {
        if (!(caller instanceof JsonWebToken verified)) {
            return false;
        }
        var header = SignedToken.header(verified.getRawToken());
        return isAccessToken(header.path("typ").asString(""))
                && keys.has(header.path("kid").asString(""));
    }

    /** RFC 7515, section 4.1.9: a media type, whose {@code application/} may be left out. */
    private static boolean isAccessToken(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return "at+jwt".equals(lower) || "application/at+jwt".equals(lower);
    }
}
