package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

    private static final String NEW_DEVICE = "New log-in to your Coursewise account";
    private static final String SESSIONS = "/api/v1/users/me/sessions";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final AuthDatabase database;

    SessionsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.database = new AuthDatabase(stack);
    }

    @Test
    void theLastAdministratorCannotLeave() {
        var refused = api.delete("/api/v1/users/me", people.onlyAdmin(), "*");
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

    @Test
    void theListNamesBrowserSystemAddressAndTheOneThatAsks() {
        var address = "jean.sessions@example.org";
        people.join(address);
        var token = new Visitor(stack, "203.0.113.7", Visitor.FIREFOX)
                .logIn(address, People.PASSWORD)
                .text("accessToken");
        var sessions = api.get(SESSIONS, token).json().path("items");
        assertThat(sessions).hasSize(2);
        var newest = sessions.get(0);
        assertThat(newest.propertyNames())
                .containsExactlyInAnyOrder("id", "device", "address", "createdAt", "lastUsedAt", "current");
        assertThat(newest.path("device").asString()).isEqualTo("Firefox on Linux");
        assertThat(newest.path("address").asString()).isEqualTo("203.0.113.7");
        assertThat(newest.path("current").asBoolean()).isTrue();
        assertThat(sessions.get(1).path("current").asBoolean()).isFalse();
    }

    @Test
    void theListComesInPages() {
        var address = "kay.sessions@example.org";
        var token = people.join(address);
        people.logIn(address);
        people.logIn(address);
        var seen = new ArrayList<String>();
        var page = api.get(SESSIONS + "?limit=2", token);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        page.json().path("items").forEach(session -> seen.add(session.path("id").asString()));
        var last = api.get(SESSIONS + "?limit=2&cursor=" + page.text("nextCursor"), token);
        last.json().path("items").forEach(session -> seen.add(session.path("id").asString()));
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        assertThat(api.get(SESSIONS + "?limit=0", token).status()).isEqualTo(400);
    }

    @Test
    void anothersSessionIsNotFoundAndGoesOn() {
        var lise = people.join("lise.sessions@example.org");
        var mallory = people.join("mallory2.sessions@example.org");
        var id = api.get(SESSIONS, lise).json().path("items").get(0).path("id").asString();
        assertThat(api.delete(SESSIONS + "/" + id, mallory, null).status()).isEqualTo(404);
        assertThat(api.get(SESSIONS, lise).status()).isEqualTo(200);
    }

    @Test
    void oneSessionOrAllOthersAreEnded() throws Exception {
        var address = "nina.sessions@example.org";
        var first = people.join(address);
        var second = people.logIn(address);
        var third = people.logIn(address);
        var oldest =
                api.get(SESSIONS, third).json().path("items").get(2).path("id").asString();
        assertThat(api.delete(SESSIONS + "/" + oldest, third, null).status()).isEqualTo(204);
        assertThat(api.get(SESSIONS, first).status()).isEqualTo(401);
        assertThat(api.get(SESSIONS, second).status()).isEqualTo(200);

        assertThat(api.delete(SESSIONS, third, null).status()).isEqualTo(204);
        assertThat(api.get(SESSIONS, second).status()).isEqualTo(401);
        assertThat(api.get(SESSIONS, third).json().path("items")).hasSize(1);
        assertThat(database.audited(address))
                .containsSubsequence("REGISTERED", "ADDRESS_VERIFIED", "LOGGED_IN", "SESSION_ENDED", "SESSION_ENDED");
    }

    @Test
    void aSessionThatIsNotUsedEndsAndNoneLastsForEver() throws Exception {
        var address = "olga.sessions@example.org";
        people.join(address);
        for (var past : List.of("last_used_at = now() - interval '14 days'", "expires_at = now()")) {
            var tokens = api.logIn(address, People.PASSWORD);
            assertThat(database.update("update session set " + past
                            + " where account_id = (select id from account where email_key = '" + address + "')"))
                    .isPositive();
            assertThat(api.get(SESSIONS, tokens.text("accessToken")).status()).isEqualTo(401);
            assertThat(api.post("/api/v1/tokens/refresh", Map.of("refreshToken", tokens.text("refreshToken")))
                            .problem())
                    .isEqualTo("invalid-refresh-token");
        }
        assertThat(api.get(SESSIONS, people.logIn(address)).json().path("items"))
                .hasSize(1);
    }

    @Test
    void aLogInFromANewBrowserOrNetworkIsToldByMailButNotTheFirst() {
        var address = "petra.sessions@example.org";
        people.join(address);
        var mailbox = new Mailbox(stack.addresses().ports().imap(), address);
        people.logIn(address);
        var elsewhere = new Visitor(stack, "203.0.113.9", Visitor.FIREFOX);
        assertThat(elsewhere.logIn(address, People.PASSWORD).status()).isEqualTo(200);
        var mail = mailbox.waitFor(NEW_DEVICE);
        assertThat(mail.text()).contains("Firefox on Linux", "203.0.113.9", "UTC", "Forgotten password");
        assertThat(mail.html()).contains("Firefox on Linux", "203.0.113.9");

        new Visitor(stack, "203.0.113.200", Visitor.FIREFOX.replace("142", "143")).logIn(address, People.PASSWORD);
        new Visitor(stack, "198.51.100.9", Visitor.FIREFOX).logIn(address, People.PASSWORD);
        assertThat(mailbox.waitFor(2, NEW_DEVICE))
                .as("an update and a neighbour's address are nothing new, another network is")
                .hasSize(2)
                .last()
                .satisfies(last -> assertThat(last.text()).contains("198.51.100.9"));
    }
}
