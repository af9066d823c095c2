package org.coursewise.rest.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Base64;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token whose signature is good must be an access token (RFC 9068: {@code typ} is {@code at+jwt}) and signed by a key
 * that the issuer still publishes: the server itself remembers each key for as long as it runs.
 */
@ApplicationScoped
public class AccessTokenRules {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Inject
    IssuerKeys keys;

    /**
     * Whether a token is one to be let in with.
     *
     * @param caller whom the server found in it; null when it refused it
     */
    public boolean accept(@Nullable Principal caller) {
        if (!(caller instanceof JsonWebToken verified)) {
            return false;
        }
        var token = verified.getRawToken();
        var header = JSON.readTree(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
        return isAccessToken(header.path("typ").asString(""))
                && keys.has(header.path("kid").asString(""));
    }

    /** RFC 7515, section 4.1.9: a media type, whose {@code application/} may be left out. */
    private static boolean isAccessToken(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return "at+jwt".equals(lower) || "application/at+jwt".equals(lower);
    }
}
