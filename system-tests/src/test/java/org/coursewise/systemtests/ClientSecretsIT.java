package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A client's secrets are replaced without a pause, and wrong ones cost little. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ClientSecretsIT {

    private static final Map<String, String> CREDENTIALS = Map.of("grant_type", "client_credentials");

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String admin;

    ClientSecretsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
    }

    @Test
    void aThirdSecretTakesThePlaceOfTheOldestAgainAndAgain() {
        var client = people.oAuthClient("catalog:write");
        var secrets = new ArrayList<>(List.of(client.secret()));
        for (var i = 0; i < 4; i++) {
            secrets.add(addSecret(client));
            for (var age = 0; age < secrets.size(); age++) {
                var secret = secrets.get(secrets.size() - 1 - age);
                assertThat(client.withSecret(secret).ask("token", CREDENTIALS).status())
                        .as("secret %d from the last, after %d", age, i)
                        .isEqualTo(age < 2 ? 200 : 401);
            }
        }
    }

    @Test
    void theListTellsHowManySecretsThereAreAndWhetherTheyAreUsed() {
        var client = people.oAuthClient("catalog:write");
        addSecret(client);
        assertThat(client.ask("token", CREDENTIALS).status()).isEqualTo(200);
        var secrets = listed(client).path("secrets");
        assertThat(secrets).hasSize(2);
        assertThat(secrets.get(0).path("lastUsedAt").asString())
                .isGreaterThan(secrets.get(0).path("createdAt").asString());
        assertThat(secrets.get(1).path("lastUsedAt").isNull()).isTrue();
        assertThat(secrets.get(0).path("createdAt").asString())
                .isLessThan(secrets.get(1).path("createdAt").asString());
        assertThat(secrets.toString()).doesNotContain(client.secret());
    }

    @Test
    void oneSecretIsTakenAwayAndTheOtherGoesOn() {
        var client = people.oAuthClient("catalog:write");
        var second = addSecret(client);
        var path = "/api/v1/admin/clients/" + client.id() + "/secrets/";
        var first = listed(client).path("secrets").get(0).path("id").asString();
        assertThat(api.delete(path + first, admin, null).status()).isEqualTo(204);
        assertThat(api.delete(path + first, admin, null).status()).isEqualTo(404);
        assertThat(api.delete(path + "rubbish", admin, null).status()).isEqualTo(404);
        assertThat(client.ask("token", CREDENTIALS).status()).isEqualTo(401);
        assertThat(client.withSecret(second).ask("token", CREDENTIALS).status()).isEqualTo(200);
        assertThat(listed(client).path("secrets")).hasSize(1);
        assertThat(api.delete(path + first, people.client("catalog:write"), null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void manyWrongSecretsAreToldToWaitWhileTheRightOneIsTaken() {
        var client = people.oAuthClient("catalog:write");
        var stranger = client.withSecret("a guess");
        for (var i = 0; i < 10; i++) {
            assertThat(stranger.ask("token", CREDENTIALS).text("error")).isEqualTo("invalid_client");
        }
        for (var endpoint : List.of("token", "revoke", "introspect")) {
            var refused = stranger.ask(endpoint, Map.of("grant_type", "client_credentials", "token", "any"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(429);
            assertThat(refused.problem()).isEqualTo("throttled");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        }
        assertThat(client.ask("token", CREDENTIALS).status()).isEqualTo(200);
        assertThat(audited(client.clientId(), "CLIENT_AUTHENTICATION_FAILED")).isEqualTo(10);
        assertThat(audited(client.clientId(), "THROTTLED")).isEqualTo(1);
    }

    @Test
    void whatIsDoneWithAClientIsInTheAuditTrail() {
        var client = people.oAuthClient("catalog:write");
        addSecret(client);
        var first = listed(client).path("secrets").get(0).path("id").asString();
        api.delete("/api/v1/admin/clients/" + client.id() + "/secrets/" + first, admin, null);
        var second = client.withSecret(addSecret(client));
        second.ask("revoke", Map.of("token", second.token()));
        api.delete("/api/v1/admin/clients/" + client.id(), admin, null);
        assertThat(audited(client.clientId(), "CLIENT_CREATED")).isEqualTo(1);
        assertThat(audited(client.clientId(), "CLIENT_SECRET_ADDED")).isEqualTo(2);
        assertThat(audited(client.clientId(), "CLIENT_SECRET_REMOVED")).isEqualTo(1);
        assertThat(audited(client.clientId(), "CLIENT_TOKEN_REVOKED")).isEqualTo(1);
        assertThat(audited(client.clientId(), "CLIENT_DELETED")).isEqualTo(1);
    }

    private String addSecret(OAuthClient client) {
        var answer = api.post("/api/v1/admin/clients/" + client.id() + "/secrets", Map.of(), admin);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("clientSecret");
    }

    private JsonNode listed(OAuthClient client) {
        var path = "/api/v1/admin/clients?limit=200";
        while (true) {
            var page = api.get(path, admin).json();
            for (var item : page.path("items")) {
                if (item.path("id").asString().equals(client.id())) {
                    return item;
                }
            }
            var next = page.path("nextCursor");
            assertThat(next.isNull()).as("the last page has been read").isFalse();
            path = "/api/v1/admin/clients?limit=200&cursor=" + next.asString();
        }
    }

    /** How many entries of a type name the client, as their actor or in their details. */
    private int audited(String clientId, String type) {
        var sql = "select count(*) from audit_event where type = ? and (actor_id = ? or details like ?)";
        try (var database = DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
                var query = database.prepareStatement(sql)) {
            query.setString(1, type);
            query.setString(2, clientId);
            query.setString(3, "%" + clientId + "%");
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
