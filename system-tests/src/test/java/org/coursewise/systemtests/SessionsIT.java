package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a token is good for ends when it should, and somebody is always left to administer. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class SessionsIT {

    private final Api api;
    private final People people;

    SessionsIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
    }

    @Test
    void theLastAdministratorCannotLeave() {
        var refused = api.delete("/api/v1/users/me", people.admin(), "*");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("last-admin");
    }

    @Test
    void whoIsNoAdministratorAnyMoreIsOutAtOnce() {
        var address = "mallory.sessions@example.org";
        people.grant(people.join(address), "learner", "admin");
        var mallory = people.logIn(address);
        assertThat(api.get("/api/v1/admin/users", mallory).status()).isEqualTo(200);

        people.grant(mallory, "learner");
        assertThat(api.get("/api/v1/admin/users", mallory).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/admin/clients", Map.of("name", "X", "scopes", List.of("emails:send")), mallory)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfASessionThatEndedIsRefused() {
        var grace = people.join("grace.sessions@example.org");
        assertThat(api.delete("/api/v1/sessions/current", grace, null).status()).isEqualTo(204);
        var refused = api.get("/api/v1/users/me", grace);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.problem()).isEqualTo("invalid-access-token");
    }

    @Test
    void aSessionKnowsTheBrowserItIsFor() {
        var address = "ida.sessions@example.org";
        people.join(address);
        var token = api.send(api.request("/api/v1/sessions")
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Analytical Engine/1.0")
                        .POST(Api.json(Map.of("email", address, "password", People.PASSWORD))))
                .text("accessToken");
        assertThat(api.get("/api/v1/users/me/sessions", token).body()).contains("Analytical Engine/1.0");
    }
}
