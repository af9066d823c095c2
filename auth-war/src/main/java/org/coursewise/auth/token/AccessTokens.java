package org.coursewise.auth.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.key.SigningKeys;
import org.coursewise.auth.settings.AuthSettings;

/** Issues access tokens: JWTs of type {@code at+jwt} (RFC 9068), signed by ES256, with MicroProfile JWT's claims. */
@ApplicationScoped
public class AccessTokens {

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    @Inject
    SigningKeys keys;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /**
     * For a person, in a session.
     *
     * @param roles those of the account that count in the session
     * @param methods how the person has shown who they are, in the words of RFC 8176
     */
    public String issue(Account account, UUID sessionId, Collection<Role> roles, List<String> methods) {
        return keys.sign(
                TYPE,
                claims(account.id().toString(), account.email().value(), groups(roles))
                        .claim("sid", sessionId.toString())
                        .claim("amr", methods)
                        .build());
    }

    /** For a machine client; its scopes are its groups, and stand as claim scope too (RFC 8693). */
    public String issue(String clientId, Collection<String> scopes) {
        return keys.sign(
                TYPE,
                claims(clientId, clientId, scopes)
                        .claim("client_id", clientId)
                        .claim("scope", String.join(" ", scopes))
                        .build());
    }

    private JWTClaimsSet.Builder claims(String subject, String name, Collection<String> groups) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audiences())
                .subject(subject)
                .claim("upn", name)
                .claim("groups", groups.stream().sorted().toList())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLifetime())));
    }

    private static Collection<String> groups(Collection<Role> roles) {
        return roles.stream().map(Role::wireName).toList();
    }
}
