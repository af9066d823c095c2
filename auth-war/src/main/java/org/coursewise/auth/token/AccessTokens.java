package org.coursewise.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.settings.AuthSettings;
import org.jspecify.annotations.Nullable;

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

    private volatile @Nullable Signer signer;

    /** A key, read once for all it signs; its id is its thumbprint. */
    private record Signer(ECKey key, ECDSASigner ecdsa) {}

    /** For a person, in a session. */
    public String issue(Account account, UUID sessionId) {
        return sign(claims(account.id().toString(), account.email().value(), groups(account.roles()))
                .claim("sid", sessionId.toString())
                .build());
    }

    /** For a machine client; its scopes are its groups, and stand as claim scope too (RFC 8693). */
    public String issue(String clientId, Collection<String> scopes) {
        return sign(claims(clientId, clientId, scopes)
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

    private String sign(JWTClaimsSet claims) {
        var key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer(key).ecdsa());
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign with key " + key.getKeyID(), e);
        }
        return token.serialize();
    }

    private Signer signer(ECKey key) throws JOSEException {
        var known = signer;
        if (known == null || !known.key().getKeyID().equals(key.getKeyID())) {
            known = new Signer(key, new ECDSASigner(key));
            signer = known;
        }
        return known;
    }

    private static Collection<String> groups(Collection<Role> roles) {
        return roles.stream().map(Role::wireName).toList();
    }
}
