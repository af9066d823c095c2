package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ada registers, gets her mail, confirms, logs in, stays in, forgets her password and finds her way back. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RegistrationStoryIT {

    private static final String ADA = "ada.story@example.org";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String NEW_PASSWORD = "an entirely different staple";

    private final LocalStack stack;
    private final Api api;
    private final Mailbox mailbox;
    private Api.Answer tokens;

    RegistrationStoryIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.mailbox = new Mailbox(stack.addresses().ports().imap(), ADA);
    }

    @Test
    @Order(1)
    void adaRegisters() {
        var answer = api.register(ADA, PASSWORD, "de-AT");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("verification-sent");
    }

    @Test
    @Order(2)
    void sheGetsAMailInHerLanguageWithALinkToTheConsole() {
        var mail = mailbox.waitFor(1).get(0);
        assertThat(mail.link()).startsWith(stack.addresses().console() + "/verify?token=");
        assertThat(mail.html()).contains(mail.link()).contains("Ada");
        assertThat(mail.text()).contains("24 Stunden");
    }

    @Test
    @Order(3)
    void beforeSheConfirmsOnlyTheRightPasswordIsToldWhy() {
        var right = api.logIn(ADA, PASSWORD);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.problem()).isEqualTo("verification-required");
        assertThat(api.logIn(ADA, "a wrong password").problem()).isEqualTo("invalid-credentials");
    }

    @Test
    @Order(4)
    void sheConfirmsHerAddressOnce() {
        var confirmation = Map.of("token", mailbox.read().get(0).token());
        assertThat(api.post("/api/v1/email-verifications/confirmations", confirmation)
                        .status())
                .isEqualTo(204);
        var again = api.post("/api/v1/email-verifications/confirmations", confirmation);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.problem()).isEqualTo("invalid-token");
    }

    @Test
    @Order(5)
    void sheIsWelcomed() {
        var welcome = mailbox.waitFor(2).get(1);
        assertThat(welcome.subject()).contains("Willkommen");
    }

    @Test
    @Order(6)
    void sheLogsInWithATokenThatThePublishedKeyVerifies() throws Exception {
        tokens = api.logIn("ADA.story@Example.ORG", PASSWORD);
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.text("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.json().path("expiresIn").asInt()).isEqualTo(600);

        var token = SignedJWT.parse(tokens.text("accessToken"));
        var keys = JWKSet.parse(api.get("/.well-known/jwks.json").body());
        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(stack.addresses().api().toString());
        assertThat(claims.getAudience()).containsExactly("coursewise-auth", "coursewise-course", "coursewise-email");
        assertThat(claims.getStringListClaim("groups")).containsExactly("learner");
        assertThat(claims.getStringClaim("upn")).isEqualTo(ADA);
        assertThat(claims.getStringClaim("sid")).isNotBlank();
    }

    @Test
    @Order(7)
    void sheSeesAndChangesHerAccount() {
        var me = api.get("/api/v1/users/me", accessToken());
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("email")).isEqualTo(ADA);
        assertThat(me.json().path("verified").asBoolean()).isTrue();

        var patch = api.request("/api/v1/users/me")
                .header("Authorization", "Bearer " + accessToken())
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", me.header("ETag"))
                .method("PATCH", BodyPublishers.ofString("{\"displayName\":\"Ada King\"}"));
        var changed = api.send(patch);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("displayName")).isEqualTo("Ada King");
        assertThat(api.send(patch).status())
                .as("the same change of a state that is gone")
                .isEqualTo(412);
    }

    @Test
    @Order(8)
    void whatHappenedIsOnKafkaInOrderAndWithoutAnyUsableToken() {
        var id = api.get("/api/v1/users/me", accessToken()).text("id");
        var kafka = stack.kafkaBootstrapServers();
        Awaitility.await().untilAsserted(() -> assertThat(new Topic(kafka, "auth.user.v1").read())
                .filteredOn(entry -> id.equals(entry.key()))
                .extracting(entry -> entry.headers().get("ce_type"))
                .containsExactly(
                        "org.coursewise.auth.user.registered",
                        "org.coursewise.auth.user.verified",
                        "org.coursewise.auth.user.updated"));
        var token = mailbox.read().get(0).token();
        // other tests write what is no command, and has no content
        assertThat(new Topic(kafka, "email.command.v1").read())
                .isNotEmpty()
                .noneMatch(entry -> entry.value() != null && entry.value().contains(token));
    }

    @Test
    @Order(9)
    void anAdministratorSeesWhatBecameOfHerMails() {
        var admin = api.logIn(stack.adminEmail(), stack.adminPassword()).text("accessToken");
        Awaitility.await().untilAsserted(() -> {
            var messages = api.get("/api/v1/messages?to=" + ADA, admin);
            assertThat(messages.status()).as(messages.body()).isEqualTo(200);
            assertThat(messages.json().path("items")).hasSize(2).allMatch(message -> "sent"
                    .equals(message.path("status").asString()));
        });
        assertThat(api.get("/api/v1/messages", accessToken()).status())
                .as("a learner may not")
                .isEqualTo(403);
    }

    @Test
    @Order(10)
    void aSpentRefreshTokenEndsTheSession() {
        var first = tokens.text("refreshToken");
        var next = refresh(first);
        assertThat(next.status()).isEqualTo(200);
        var replayed = refresh(first);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.problem()).isEqualTo("invalid-refresh-token");
        assertThat(refresh(next.text("refreshToken")).status())
                .as("the rightful owner is out too")
                .isEqualTo(401);
    }

    @Test
    @Order(11)
    void sheLogsOut() {
        tokens = api.logIn(ADA, PASSWORD);
        var logOut = api.request("/api/v1/sessions/current")
                .header("Authorization", "Bearer " + accessToken())
                .DELETE();
        assertThat(api.send(logOut).status()).isEqualTo(204);
        assertThat(refresh(tokens.text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    @Order(12)
    void sheForgetsHerPasswordAndSetsANewOneWithTheLinkInAMail() {
        assertThat(api.post("/api/v1/password-resets", Map.of("email", ADA)).status())
                .isEqualTo(202);
        var mail = mailbox.waitFor(3).get(2);
        assertThat(mail.link()).startsWith(stack.addresses().console() + "/reset?token=");
        var confirmation = Map.of("token", mail.token(), "newPassword", NEW_PASSWORD);
        assertThat(api.post("/api/v1/password-resets/confirmations", confirmation)
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(ADA, PASSWORD).status()).isEqualTo(401);
        assertThat(api.logIn(ADA, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Order(13)
    void registeringHerAddressAgainAnswersTheSameAndTellsHerAlone() {
        var answer = api.register(ADA, "somebody else's password", "en");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("verification-sent");
        var mail = mailbox.waitFor("Sie haben bereits ein Konto");
        assertThat(mail.text()).doesNotContain("token=");
        assertThat(api.logIn(ADA, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Order(14)
    void whoAsksForTheLinkAgainGetsTheOneOfTheLastRegistration() {
        var owner = "grace@example.org";
        var links = new Mailbox(stack.addresses().ports().imap(), owner);
        api.register(owner, "a stranger was here first", "en");
        links.waitFor(1);
        api.register(owner, PASSWORD, "en");
        links.waitFor(2);
        assertThat(api.post("/api/v1/email-verifications", Map.of("email", owner))
                        .status())
                .isEqualTo(202);
        var token = links.waitFor(3).get(2).token();
        assertThat(api.post("/api/v1/email-verifications/confirmations", Map.of("token", token))
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(owner, PASSWORD).status()).isEqualTo(200);
        assertThat(api.logIn(owner, "a stranger was here first").status()).isEqualTo(401);
    }

    private String accessToken() {
        return tokens.text("accessToken");
    }

    private Api.Answer refresh(String token) {
        return api.post("/api/v1/tokens/refresh", Map.of("refreshToken", token));
    }
}
