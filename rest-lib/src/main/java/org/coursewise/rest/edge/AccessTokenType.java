package org.coursewise.rest.edge;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import tools.jackson.databind.json.JsonMapper;

/** An access token says that it is one (RFC 9068, section 4): nothing else that the issuer may sign passes for it. */
final class AccessTokenType {

    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");
    private static final JsonMapper JSON = JsonMapper.shared();

    private AccessTokenType() {}

    /** @param token whose signature was verified */
    static boolean isSaidBy(JsonWebToken token) {
        var text = token.getRawToken();
        var header = JSON.readTree(Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.'))));
        return TYPES.contains(header.path("typ").asString("").toLowerCase(Locale.ROOT));
    }
}
