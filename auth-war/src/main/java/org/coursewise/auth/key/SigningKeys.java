package org.coursewise.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.coursewise.rest.token.KeySource;
import org.jspecify.annotations.Nullable;

/** The keys as this replica knows them. They are read from memory: neither a log-in nor a verifier waits for the database. */
@ApplicationScoped
public class SigningKeys implements KeySource {

    @Inject
    KeyRotation rotation;

    @Inject
    Clock clock;

    private volatile KeyRing ring = new KeyRing(List.of(), Duration.ZERO);
    private volatile String jwks = "";

    /** Reads them; the very first start makes some. */
    public void load() {
        show(rotation.begin());
    }

    /** Does what is due, and looks what other replicas did. */
    void tend() {
        show(rotation.tend(ring));
    }

    void show(KeyRing next) {
        ring = next;
        jwks = new JWKSet(next.keys().stream()
                        .map(key -> (JWK) key.jwk().toPublicJWK())
                        .toList())
                .toString(true);
    }

    KeyRing ring() {
        return ring;
    }

    /** A token of the key that signs now. */
    public String sign(JOSEObjectType type, JWTClaimsSet claims) {
        var key = ring.signing(clock.instant()).orElseThrow(() -> new NoSuchElementException("No signing key yet"));
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(key.id())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign with key " + key.id(), e);
        }
        return token.serialize();
    }

    /** The public half of the key a token says it was signed with. */
    public Optional<ECKey> find(@Nullable String kid) {
        return ring.keys().stream()
                .filter(key -> key.id().equals(kid))
                .map(key -> key.jwk().toPublicJWK())
                .findFirst();
    }

    /** The public halves, as a JWK set (RFC 7517). */
    @Override
    public String jwks() {
        return jwks;
    }
}
