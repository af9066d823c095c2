package org.coursewise.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.coursewise.auth.key.Es256;
import org.coursewise.auth.key.SigningKeys;
import org.coursewise.auth.settings.AuthSettings;

/** Reads access tokens again that {@link AccessTokens} made. */
@ApplicationScoped
public class IssuedTokens {

    @Inject
    SigningKeys keys;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    /** The claims of a token that one of our keys has signed and that has not expired; empty for any other text. */
    public Optional<JWTClaimsSet> read(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            return isOurs(jwt) ? Optional.of(jwt.getJWTClaimsSet()).filter(this::isCurrent) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(SignedJWT jwt) {
        var header = jwt.getHeader();
        var key = keys.find(header.getKeyID());
        if (key.isEmpty()
                || !JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || !AccessTokens.TYPE.equals(header.getType())) {
            return false;
        }
        try {
            return jwt.verify(Es256.verifier(key.get()));
        } catch (JOSEException e) {
            // a signature that is none
            return false;
        }
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        return settings.issuer().equals(claims.getIssuer())
                && claims.getJWTID() != null
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(clock.instant());
    }
}
