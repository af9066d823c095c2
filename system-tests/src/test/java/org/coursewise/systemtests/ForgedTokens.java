package org.coursewise.systemtests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.coursewise.settings.SecretBox;

/** Tokens that say what a good one says, but are not good: some signed with auth's own key, which the test has opened. */
final class ForgedTokens {

    private static final int RSA_BITS = 2048;
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final ECKey ours;
    private final ECKey theirs;
    private final JWTClaimsSet claims;

    /** @param genuine an access token, whose claims the forged ones have */
    ForgedTokens(LocalStack stack, String genuine) throws ParseException, JOSEException {
        var token = SignedJWT.parse(genuine);
        var kid = token.getHeader().getKeyID();
        var sealed = new AuthDatabase(stack).rows("select sealed_jwk from signing_key where kid = ?", kid);
        var keys = SecretBox.parse(stack.settings("auth").get("COURSEWISE_DATA_KEYS"));
        this.ours = ECKey.parse(keys.openText(sealed.get(0), "signing-key:" + kid));
        this.theirs = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        this.claims = token.getJWTClaimsSet();
    }

    /** Good, to show that what is wrong with the others is what their names say. */
    String good() throws JOSEException {
        return sign(es256().build(), claims, new ECDSASigner(ours));
    }

    Map<String, String> all() throws JOSEException {
        var forged = new LinkedHashMap<String, String>();
        ofAnotherSigner(forged);
        var signer = new ECDSASigner(ours);
        forged.put("its type is JWT", sign(es256().type(JOSEObjectType.JWT).build(), claims, signer));
        forged.put("it has no type", sign(es256().type(null).build(), claims, signer));
        forged.put(
                "for somebody else",
                sign(es256().build(), but().audience("another").build(), signer));
        forged.put(
                "for nobody",
                sign(es256().build(), but().audience((String) null).build(), signer));
        forged.put(
                "from another issuer",
                sign(es256().build(), but().issuer("https://evil.example").build(), signer));
        var past = Date.from(Instant.now().minusSeconds(60));
        forged.put("expired", sign(es256().build(), but().expirationTime(past).build(), signer));
        forged.put(
                "without an end",
                sign(es256().build(), but().expirationTime(null).build(), signer));
        return forged;
    }

    private void ofAnotherSigner(Map<String, String> forged) throws JOSEException {
        var signer = new ECDSASigner(theirs);
        forged.put("signed by another key", sign(es256().build(), claims, signer));
        forged.put("brings its own key", sign(es256().jwk(theirs.toPublicJWK()).build(), claims, signer));
        forged.put(
                "says where its key is",
                sign(es256().jwkURL(URI.create("http://127.0.0.1:1/jwks.json")).build(), claims, signer));
        var rsa = new RSAKeyGenerator(RSA_BITS).keyID(ours.getKeyID()).generate();
        forged.put("signed by RS256", sign(header(JWSAlgorithm.RS256).build(), claims, new RSASSASigner(rsa)));
        forged.put("not signed", new PlainJWT(claims).serialize());
        var hs256 = header(JWSAlgorithm.HS256).build();
        forged.put(
                "signed with the public key as a password",
                sign(hs256, claims, new MACSigner(ours.toPublicKey().getEncoded())));
        forged.put(
                "signed with the published key as a password",
                sign(
                        hs256,
                        claims,
                        new MACSigner(ours.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))));
    }

    private JWTClaimsSet.Builder but() {
        return new JWTClaimsSet.Builder(claims);
    }

    private JWSHeader.Builder es256() {
        return header(JWSAlgorithm.ES256);
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(TYPE).keyID(ours.getKeyID());
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
