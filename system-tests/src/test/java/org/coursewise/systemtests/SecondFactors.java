package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Second factors, made and used as people do it. */
final class SecondFactors {

    static final String PATH = "/api/v1/users/me/factors";

    private final Api api;

    SecondFactors(Api api) {
        this.api = api;
    }

    /** A factor that counts, with the app that knows its secret. */
    record Enrolled(String id, String secret, Authenticator app, List<String> recoveryCodes) {
        String path() {
            return PATH + "/" + id;
        }
    }

    Api.Answer begin(String accessToken) {
        return api.post(PATH, Map.of("type", "totp"), accessToken);
    }

    Api.Answer verify(String id, String code, String accessToken) {
        return api.post(PATH + "/" + id + "/verifications", Map.of("code", code), accessToken);
    }

    Enrolled enrol(String accessToken) {
        var made = begin(accessToken);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var app = new Authenticator(made.text("secret"));
        var verified = verify(made.text("id"), app.next(), accessToken);
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        return new Enrolled(made.text("id"), made.text("secret"), app, recoveryCodes(verified));
    }

    static List<String> recoveryCodes(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("recoveryCodes").spliterator(), false)
                .map(code -> code.asString())
                .toList();
    }

    Api.Answer logIn(String email, String password, String code) {
        return api.post("/api/v1/sessions", Map.of("email", email, "password", password, "code", code));
    }

    Api.Answer refresh(Api.Answer tokens) {
        return api.post("/api/v1/tokens/refresh", Map.of("refreshToken", tokens.text("refreshToken")));
    }

    static JWTClaimsSet claims(Api.Answer tokens) {
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        try {
            return SignedJWT.parse(tokens.text("accessToken")).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
