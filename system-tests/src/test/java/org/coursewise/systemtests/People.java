package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;

/** People and clients that a test needs, made as they would make themselves. */
final class People {

    static final String PASSWORD = "correct horse battery staple";

    private final LocalStack stack;
    private final Api api;

    People(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    /** Registers, confirms by mail and logs in; the access token. */
    String join(String address) {
        assertThat(api.register(address, PASSWORD, "en").status()).isEqualTo(202);
        var token = new Mailbox(stack.addresses().ports().imap(), address)
                .waitFor(1)
                .get(0)
                .token();
        assertThat(api.post("/api/v1/email-verifications/confirmations", Map.of("token", token))
                        .status())
                .isEqualTo(204);
        return logIn(address);
    }

    String logIn(String address) {
        return api.logIn(address, PASSWORD).text("accessToken");
    }

    String admin() {
        return adminLogIn().text("accessToken");
    }

    Api.Answer adminLogIn() {
        return api.logIn(stack.adminEmail(), stack.adminPassword());
    }

    /** As {@link #admin}, once nobody else administers. */
    String onlyAdmin() {
        var admin = admin();
        api.get("/api/v1/admin/users?role=admin&limit=200", admin)
                .json()
                .path("items")
                .valueStream()
                .filter(other -> !stack.adminEmail().equals(other.path("email").asString()))
                .forEach(other -> {
                    var path = "/api/v1/admin/users/" + other.path("id").asString();
                    var etag = api.get(path, admin).header("ETag");
                    var answer = api.put(path + "/roles", Map.of("roles", List.of("learner")), admin, etag);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
                });
        return admin;
    }

    /** A machine client's token with these scopes. */
    String client(String... scopes) {
        return oAuthClient(scopes).token();
    }

    /** A machine client with these scopes. */
    OAuthClient oAuthClient(String... scopes) {
        var client = api.post("/api/v1/admin/clients", Map.of("name", "A test", "scopes", List.of(scopes)), admin());
        assertThat(client.status()).as(client.body()).isEqualTo(201);
        return new OAuthClient(api, client.text("id"), client.text("clientId"), client.text("clientSecret"));
    }

    /** Gives roles, beside that of a learner. */
    void grant(String accessToken, String... roles) {
        var admin = admin();
        var id = api.get("/api/v1/users/me", accessToken).text("id");
        var etag = api.get("/api/v1/admin/users/" + id, admin).header("ETag");
        var answer = api.put("/api/v1/admin/users/" + id + "/roles", Map.of("roles", List.of(roles)), admin, etag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }
}
