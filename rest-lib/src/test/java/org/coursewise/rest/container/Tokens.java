package org.coursewise.rest.container;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issuer of its own, with its key set where the test server looks for it. */
final class Tokens {

    private static final String TYPE = "at+jwt";
    private static final ECKey KEY = newKey();
    private static final KeyServer SERVER = new KeyServer(Integer.getInteger("test.jwks-port"));

    private Tokens() {}

    /** The key of all tokens here, and others beside it. */
    static void publish(JWK... others) {
        SERVER.serve(KEY, others);
    }

    /** Until it is closed, who asks for the keys waits. */
    static KeyServer.Hanging hang() {
        return SERVER.hang();
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String subject, String... groups) {
        return sign(KEY, TYPE, subject, List.of(groups), Instant.now().plusSeconds(600));
    }

    static String signedBy(ECKey key) {
        return sign(key, TYPE, "u1", List.of("learner"), Instant.now().plusSeconds(600));
    }

    static String ofType(@Nullable String type) {
        return sign(KEY, type, "u1", List.of("learner"), Instant.now().plusSeconds(600));
    }

    static String expired() {
        return sign(KEY, TYPE, "late", List.of("learner"), Instant.now().minusSeconds(600));
    }

    private static String sign(ECKey key, @Nullable String type, String subject, List<String> groups, Instant expiry) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://issuer.test")
                .audience(List.of("coursewise-auth", "coursewise-test"))
                .subject(subject)
                .claim("upn", subject + "@example.org")
                .claim("groups", groups)
                .claim("sid", "session-1")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(expiry.minusSeconds(900)))
                .expirationTime(Date.from(expiry))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(type == null ? null : new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
