package org.coursewise.rest.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;
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

    /** Whether somebody who was let in by the server is let in. */
    public boolean accept(Principal principal) {
        if (!(principal instanceof JsonWebToken token)) {
            return false;
        }
        var raw = token.getRawToken();
        var encoded = raw.substring(0, raw.indexOf('.'));
        var header = JSON.readTree(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        return isAccessToken(header.path("typ").asString(""))
                && keys.has(header.path("kid").asString(""));
    }

    /** RFC 7515, section 4.1.9: a media type, whose {@code application/} may be left out. */
    private static boolean isAccessToken(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return "at+jwt".equals(lower) || "application/at+jwt".equals(lower);
    }
}
