package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** People add an authenticator app to their account and log in with its codes. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SecondFactorIT {

    private static final int AT_ONCE = 4;

    private final Api api;
    private final People people;
    private final SecondFactors factors;
    private final AuthDatabase database;

    SecondFactorIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.factors = new SecondFactors(api);
        this.database = new AuthDatabase(stack);
    }

    @Test
    void adaAddsAnAppAndFromThenOnLogInAsksForItsCodes() throws ParseException {
        var ada = "ada.factors@example.org";
        var access = people.join(ada);
        var made = factors.begin(access);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var secret = made.text("secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(made.text("otpauthUri"))
                .isEqualTo("otpauth://totp/Coursewise:ada.factors%40example.org?secret=" + secret
                        + "&issuer=Coursewise&algorithm=SHA1&digits=6&period=30");
        assertThat(api.logIn(ada, People.PASSWORD).status())
                .as("it counts for nothing yet")
                .isEqualTo(200);

        var app = new Authenticator(secret);
        var wrong = app.wrong(2);
        var refused = factors.verify(made.text("id"), wrong.get(0), access);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-code");
        var code = app.next();
        var verified = factors.verify(made.text("id"), code, access);
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        assertThat(SecondFactors.recoveryCodes(verified)).hasSize(10).doesNotHaveDuplicates();

        assertThat(api.get("/api/v1/users/me", access).status())
                .as("no session ends")
                .isEqualTo(200);
        var without = api.logIn(ada, People.PASSWORD);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.problem()).isEqualTo("second-factor-required");
        assertThat(api.logIn(ada, "a wrong password").problem()).isEqualTo("invalid-credentials");
        var withWrong = factors.logIn(ada, People.PASSWORD, wrong.get(1));
        assertThat(withWrong.status()).isEqualTo(401);
        assertThat(withWrong.problem()).isEqualTo("invalid-code");
        assertThat(factors.logIn(ada, People.PASSWORD, code).problem())
                .as("the code that verified it was used then")
                .isEqualTo("invalid-code");

        var next = app.next();
        assertThat(factors.logIn(ada, "a wrong password", next).problem()).isEqualTo("invalid-credentials");
        var tokens = factors.logIn(ada, People.PASSWORD, next);
        assertThat(methods(SecondFactors.claims(tokens))).containsExactly("pwd", "otp");
        assertThat(methods(SecondFactors.claims(factors.refresh(tokens)))).containsExactly("pwd", "otp");
        assertThat(factors.logIn(ada, People.PASSWORD, next).problem()).isEqualTo("invalid-code");

        var list = api.get(SecondFactors.PATH, access);
        assertThat(list.body()).doesNotContain(secret);
        var listed = list.json().path("items").get(0);
        assertThat(listed.path("id").asString()).isEqualTo(made.text("id"));
        assertThat(listed.path("type").asString()).isEqualTo("totp");
        assertThat(listed.path("verified").asBoolean()).isTrue();
        assertThat(listed.path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(database.audited(api.get("/api/v1/users/me", access).text("id")))
                .contains("FACTOR_ADDED");
    }

    @Test
    void aSessionWithoutASecondFactorSaysSo() throws ParseException {
        var ida = "ida.factors@example.org";
        people.join(ida);
        assertThat(methods(SecondFactors.claims(api.logIn(ida, People.PASSWORD))))
                .containsExactly("pwd");
        assertThat(factors.logIn(ida, People.PASSWORD, "123456").status())
                .as("a code that nobody asked for is not looked at")
                .isEqualTo(200);
    }

    @Test
    void ofLogInsAtOnceWithOneCodeOneSucceeds() {
        var joan = "joan.factors@example.org";
        var enrolled = factors.enrol(people.join(joan));
        for (var code : List.of(enrolled.app().next(), enrolled.recoveryCodes().get(0))) {
            assertThat(atOnce(joan, code)).containsOnlyOnce(200).containsOnly(200, 401);
        }
    }

    @Test
    void afterFiveWrongCodesNoneIsLookedAt() {
        var mary = "mary.factors@example.org";
        var enrolled = factors.enrol(people.join(mary));
        for (var wrong : enrolled.app().wrong(5)) {
            assertThat(factors.logIn(mary, People.PASSWORD, wrong).problem()).isEqualTo("invalid-code");
        }
        var refused = factors.logIn(mary, People.PASSWORD, enrolled.app().next());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("throttled");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void whoDoesNotKnowThePasswordCannotUseUpTheCodes() {
        var rosa = "rosa.factors@example.org";
        var enrolled = factors.enrol(people.join(rosa));
        for (var wrong : enrolled.app().wrong(5)) {
            assertThat(factors.logIn(rosa, "a wrong password", wrong).problem()).isEqualTo("invalid-credentials");
        }
        assertThat(factors.logIn(rosa, People.PASSWORD, enrolled.app().next()).status())
                .isEqualTo(200);
    }

    @Test
    void theDatabaseHoldsNeitherSecretNorRecoveryCode() {
        var enrolled = factors.enrol(people.join("hedy.factors@example.org"));
        var id = UUID.fromString(enrolled.id());
        var factor = database.rows("select * from factor where id = ?", id);
        var codes = database.rows("select hash from recovery_code where factor_id = ?", id);
        assertThat(factor).hasSize(1);
        assertThat(codes).hasSize(10);

        var secret = enrolled.app().secret();
        assertThat(factor.get(0))
                .doesNotContain(enrolled.secret(), HexFormat.of().formatHex(secret))
                .doesNotContain(
                        Base64.getEncoder().withoutPadding().encodeToString(secret),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                        new String(secret, StandardCharsets.ISO_8859_1));
        enrolled.recoveryCodes().forEach(code -> assertThat(codes)
                .noneMatch(row -> row.contains(code.replace("-", "")))
                .doesNotContain(code));
    }

    @Test
    void nobodyTouchesTheFactorOfAnother() {
        var owner = people.join("nora.factors@example.org");
        var stranger = people.join("mallory.factors@example.org");
        var made = factors.begin(owner);
        var code = new Authenticator(made.text("secret")).next();
        assertThat(factors.verify(made.text("id"), code, stranger).status()).isEqualTo(404);
        assertThat(api.delete(SecondFactors.PATH + "/" + made.text("id"), stranger, null)
                        .status())
                .isEqualTo(404);
        assertThat(factors.verify(made.text("id"), code, owner).status()).isEqualTo(200);
    }

    @Test
    void anotherKindOfFactorIsNotOffered() {
        var access = people.join("otto.factors@example.org");
        var refused = api.post(SecondFactors.PATH, Map.of("type", "sms"), access);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("type");
    }

    private List<Integer> atOnce(String email, String code) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> factors.logIn(email, People.PASSWORD, code).status(), threads))
                    .limit(AT_ONCE)
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> methods(JWTClaimsSet claims) throws ParseException {
        return claims.getStringListClaim("amr");
    }
}
