package org.coursewise.rest.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JWS in compact form (RFC 7515) that claims to be signed with ES256. */
record SignedToken(String signed, String signature, JsonNode header, JsonNode claims) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty for any other text. */
    static Optional<SignedToken> parse(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var token = new SignedToken(parts[0] + "." + parts[1], parts[2], json(parts[0]), json(parts[1]));
            return Optional.of(token)
                    .filter(known -> "ES256".equals(known.header.path("alg").asString("")));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** That of any token in compact form. */
    static JsonNode header(String text) {
        return json(text.substring(0, text.indexOf('.')));
    }

    String keyId() {
        return header.path("kid").asString("");
    }

    boolean expired(Instant now) {
        return claims.path("exp").asLong(0) <= now.getEpochSecond();
    }

    /** @param key a JWK of the curve P-256 */
    boolean isSignedWith(JsonNode key) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(publicKey(key));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(number(key.path("x")), number(key.path("y")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, decoded(coordinate.asString("")));
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static JsonNode json(String part) {
        return JSON.readTree(decoded(part));
    }
}
