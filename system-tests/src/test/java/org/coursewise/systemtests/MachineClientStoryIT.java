package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator makes a client for another program, which then acts on its own account. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class MachineClientStoryIT {

    private final LocalStack stack;
    private final Api api;
    private final String admin;

    MachineClientStoryIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.admin = api.logIn(stack.adminEmail(), stack.adminPassword()).text("accessToken");
    }

    @Test
    void aClientGetsATokenAndSendsAMailWithIt() {
        var client = newClient("emails:send");
        var granted = token(client.text("clientId"), client.text("clientSecret"), "grant_type=client_credentials");
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        assertThat(granted.text("token_type")).isEqualToIgnoringCase("Bearer");
        assertThat(granted.text("scope")).isEqualTo("emails:send");

        var to = "machine.client@example.org";
        var message =
                Map.of("to", to, "template", "welcome", "locale", "en", "variables", Map.of("displayName", "Grace"));
        var sent = api.post("/api/v1/messages", message, granted.text("access_token"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        var mail = new Mailbox(stack.addresses().ports().imap(), to).waitFor(1).get(0);
        assertThat(mail.text()).contains("Grace");
    }

    @Test
    void theScopeIsTheLimit() {
        var client = newClient("catalog:write");
        var id = client.text("clientId");
        var secret = client.text("clientSecret");
        var refused = token(id, secret, "grant_type=client_credentials&scope=emails%3Asend");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo("invalid_scope");

        var token = token(id, secret, "grant_type=client_credentials").text("access_token");
        assertThat(api.get("/api/v1/messages", token).status()).isEqualTo(403);
        assertThat(api.get("/api/v1/admin/clients", token).status()).isEqualTo(403);
        assertThat(api.get("/api/v1/users/me", token).status()).isEqualTo(403);
    }

    @Test
    void aWrongSecretIsAnsweredAsTheRfcSays() {
        var client = newClient("catalog:write");
        var refused = token(client.text("clientId"), "wrong", "grant_type=client_credentials");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("error")).isEqualTo("invalid_client");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(token("nobody", "wrong", "grant_type=client_credentials").status())
                .isEqualTo(401);
        assertThat(token(client.text("clientId"), client.text("clientSecret"), "grant_type=password")
                        .text("error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void aSecretIsReplacedWithoutAPause() {
        var client = newClient("catalog:write");
        var id = client.text("clientId");
        var old = client.text("clientSecret");
        var fresh = api.post("/api/v1/admin/clients/" + client.text("id") + "/secrets", Map.of(), admin)
                .text("clientSecret");
        assertThat(token(id, old, "grant_type=client_credentials").status()).isEqualTo(200);
        assertThat(token(id, fresh, "grant_type=client_credentials").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/admin/clients?limit=200", admin).body()).doesNotContain(fresh);
    }

    private Api.Answer newClient(String scope) {
        var answer = api.post("/api/v1/admin/clients", Map.of("name", "A test", "scopes", List.of(scope)), admin);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private Api.Answer token(String id, String secret, String form) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return api.send(api.request("/api/v1/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString(form)));
    }
}
