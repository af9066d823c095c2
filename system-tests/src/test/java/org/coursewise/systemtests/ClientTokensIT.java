package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A machine client gives its tokens back and asks about them; whoever removes it ends them. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ClientTokensIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String OF_EMAIL = "/api/v1/messages?limit=1";
    /** 403 for a client with a good token. */
    private static final String ANYTHING = "/api/v1/admin/users";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String admin;

    ClientTokensIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
    }

    @Test
    void aClientGivesItsTokenBackAndItIsGoodNoMore() {
        var client = client("catalog:write");
        var token = client.token();
        assertThat(api.get(ANYTHING, token).status()).isEqualTo(403);

        var revoked = client.ask("revoke", Map.of("token", token));
        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertThat(api.get(ANYTHING, token).problem()).isEqualTo("invalid-access-token");
        assertThat(active(client, token)).isFalse();
        assertThat(client.askInForm("revoke", Map.of("token", token)).status()).isEqualTo(200);

        var jti = claims(token).path("jti").asString();
        awaitFact("token-revoked", client.clientId(), fact -> {
            assertThat(fact.path("jti").asString()).isEqualTo(jti);
            assertThat(fact.path("expiresAt").asString()).endsWith("Z");
        });
        assertThat(api.get(ANYTHING, client.token()).status()).isEqualTo(403);
    }

    @Test
    void whatWasTakenBackIsRefusedByTheOthersToo() {
        var client = client("emails:send");
        var givenBack = client.token();
        var kept = client.token();
        assertThat(api.get(OF_EMAIL, givenBack).status()).isEqualTo(200);
        client.ask("revoke", Map.of("token", givenBack));
        Awaitility.await("a token given back")
                .atMost(SOON)
                .until(() -> api.get(OF_EMAIL, givenBack).problem(), "invalid-access-token"::equals);
        assertThat(api.get(OF_EMAIL, kept).status()).isEqualTo(200);

        api.delete("/api/v1/admin/clients/" + client.id(), admin, null);
        Awaitility.await("a token of a client that is gone")
                .atMost(SOON)
                .until(() -> api.get(OF_EMAIL, kept).problem(), "invalid-access-token"::equals);
    }

    @Test
    void whatIsNotTheClientsOwnIsAnsweredTheSameAndLeftAlone() {
        var client = client("catalog:write");
        var other = client("catalog:write");
        var foreign = other.token();
        var person = api.logIn(stack.adminEmail(), stack.adminPassword());
        for (var token : List.of(
                foreign, person.text("accessToken"), person.text("refreshToken"), "rubbish", foreign + "x", "a.b.c")) {
            var hint = Map.of("token", token, "token_type_hint", "refresh_token");
            assertThat(client.ask("revoke", hint).status()).as(token).isEqualTo(200);
            assertThat(client.ask("introspect", hint).body()).as(token).isEqualTo("{\"active\":false}");
        }
        assertThat(api.get(ANYTHING, foreign).status()).isEqualTo(403);
        assertThat(api.get(ANYTHING, person.text("accessToken")).status()).isEqualTo(200);
        assertThat(api.post("/api/v1/tokens/refresh", Map.of("refreshToken", person.text("refreshToken")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aClientIsToldWhatItsTokenSays() {
        var client = client("catalog:write", "learning:write");
        var granted = client.askInForm("token", Map.of("grant_type", "client_credentials", "scope", "learning:write"));
        var token = granted.text("access_token");
        var answer = client.askInForm("introspect", Map.of("token", token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var claims = claims(token);
        var said = answer.json();
        assertThat(said.path("active").asBoolean()).isTrue();
        assertThat(said.path("scope").asString()).isEqualTo("learning:write");
        assertThat(said.path("client_id").asString()).isEqualTo(client.clientId());
        assertThat(said.path("token_type").asString()).isEqualTo("Bearer");
        for (var name : List.of("exp", "iat", "sub", "aud", "iss", "jti")) {
            assertThat(said.path(name)).as(name).isEqualTo(claims.path(name));
        }
    }

    @Test
    void whoHasNoSecretIsToldNothing() {
        var client = client("catalog:write");
        var token = client.token();
        for (var endpoint : List.of("revoke", "introspect")) {
            var form = Map.of("token", token);
            var unnamed = OAuthClient.anonymous(api, endpoint, form);
            var wrong = client.withSecret("wrong").ask(endpoint, form);
            var named = OAuthClient.anonymous(api, endpoint, Map.of("token", token, "client_id", client.clientId()));
            assertThat(List.of(wrong.status(), named.status())).as(endpoint).containsOnly(401);
            assertThat(unnamed.status()).as(unnamed.body()).isIn(400, 401);
            assertThat(wrong.text("error")).isEqualTo("invalid_client");
            assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
            assertThat(client.ask(endpoint, Map.of()).text("error")).isEqualTo("invalid_request");
        }
        assertThat(active(client, token)).isTrue();
    }

    @Test
    void aFormWithOddParametersIsRefused() {
        for (var endpoint : List.of("token", "revoke", "introspect")) {
            var answer = api.send(api.request("/api/v1/oauth2/" + endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&%C3%B8=1&%C3%B8=2")));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.text("error")).isEqualTo("invalid_request");

            var unheardOf = Map.of(
                    "grant_type", "client_credentials", "token", "any", "client_id", "a\0b", "client_secret", "c\0d");
            assertThat(OAuthClient.anonymous(api, endpoint, unheardOf).text("error"))
                    .isEqualTo("invalid_client");
        }
    }

    @Test
    void whoRemovesAClientEndsItsTokens() {
        var client = client("catalog:write");
        var token = client.token();
        assertThat(api.get(ANYTHING, token).status()).isEqualTo(403);
        assertThat(api.delete("/api/v1/admin/clients/" + client.id(), admin, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get(ANYTHING, token).problem()).isEqualTo("invalid-access-token");
        assertThat(client.ask("token", Map.of("grant_type", "client_credentials"))
                        .status())
                .isEqualTo(401);
        awaitFact("client-revoked", client.clientId(), fact -> assertThat(
                        fact.path("clientId").asString())
                .isEqualTo(client.clientId()));
    }

    private OAuthClient client(String... scopes) {
        return people.oAuthClient(scopes);
    }

    private static boolean active(OAuthClient client, String token) {
        return client.ask("introspect", Map.of("token", token))
                .json()
                .path("active")
                .asBoolean();
    }

    private static JsonNode claims(String token) {
        return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private interface Check {
        void of(JsonNode fact);
    }

    private void awaitFact(String fact, String clientId, Check check) {
        var topic = new Topic(stack.kafkaBootstrapServers(), "auth.user.v1");
        Awaitility.await(fact).atMost(SOON).untilAsserted(() -> {
            var found = topic.read().stream()
                    .filter(entry -> entry.key().equals(clientId)
                            && ("org.coursewise.auth.user." + fact)
                                    .equals(entry.headers().get("ce_type")))
                    .toList();
            assertThat(found).hasSize(1);
            check.of(Api.JSON.readTree(found.get(0).value()));
        });
    }
}
