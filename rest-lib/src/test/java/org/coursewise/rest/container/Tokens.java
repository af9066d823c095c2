package org.coursewise.rest.container;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An issuer of its own, with its key set where the test server looks for it. */
final class Tokens {

    private static final ECKey KEY = publishedKey();

    private Tokens() {}

    static String of(String subject, String... groups) {
        return sign(subject, List.of(groups), Instant.now().plusSeconds(600));
    }

    static String expired() {
        return sign("late", List.of("learner"), Instant.now().minusSeconds(600));
    }

    /** Good in all but that it does not say to be an access token. */
    static String ofType(String type) {
        return sign("u1", List.of("learner"), Instant.now().plusSeconds(600), type);
    }

    private static String sign(String subject, List<String> groups, Instant expiry) {
        return sign(subject, groups, expiry, "at+jwt");
    }

    private static String sign(String subject, List<String> groups, Instant expiry, String type) {
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
                .keyID(KEY.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey publishedKey() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID("test")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            var keySet = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            var port = Integer.getInteger("test.jwks-port");
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/jwks.json", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
                exchange.close();
            });
            server.start();
            return key;
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
