package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who guesses passwords is slowed down, and can lock nobody out by it. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ThrottlingIT {

    private static final String WRONG = "not the password at all";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final AuthDatabase database;

    ThrottlingIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.database = new AuthDatabase(stack);
    }

    @Test
    void afterTenFailuresANameIsThrottledWhetherItIsKnownOrNot() throws SQLException {
        people.join("ada.throttling@example.org");
        for (var name : List.of("ada.throttling@example.org", "nobody.throttling@example.org")) {
            var stranger = visitor("203.0.113.10");
            stranger.fail(name, 10);
            var refused = stranger.logIn(name, People.PASSWORD);
            assertThat(refused.status()).as(refused.body()).isEqualTo(429);
            assertThat(refused.problem()).isEqualTo("throttled");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat(visitor("198.51.100.77").logIn(name, WRONG).status())
                    .as("from elsewhere too")
                    .isEqualTo(429);
        }
        assertThat(database.audited("ada.throttling@example.org")).contains("LOG_IN_FAILED", "THROTTLED");
        assertThat(database.rows("select details from audit_event where type = 'LOG_IN_FAILED'"))
                .noneMatch(details -> details.contains("@"));
    }

    @Test
    void onlyFailuresCount() {
        people.join("grace.throttling@example.org");
        var home = visitor("203.0.113.20");
        home.fail("grace.throttling@example.org", 9);
        for (var i = 0; i < 3; i++) {
            assertThat(home.logIn("grace.throttling@example.org", People.PASSWORD)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMinuteAfterTheLastFailureOneTryIsLetThroughAndNoOther() throws Exception {
        var name = "ida.throttling@example.org";
        people.join(name);
        var stranger = visitor("203.0.113.30");
        stranger.fail(name, 10);
        database.update(
                "update log_in_failure set failed_at = failed_at - interval '61 seconds' where network = ?",
                "cb0071/24");
        var answers = AtOnce.run(12, i -> visitor("203.0.113." + (31 + i)).logIn(name, WRONG));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(1);
    }

    @Test
    void manyTriesAtOnceAreNoMoreThanFewOneAfterAnother() throws Exception {
        var name = "joan.throttling@example.org";
        people.join(name);
        var answers = AtOnce.run(40, i -> visitor("203.0.113." + (60 + i)).logIn(name, WRONG));
        // those that are checked in the same moment are not counted yet
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 401)
                .hasSizeBetween(10, 10 + 2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void strangersKeepNobodyOutOfTheirOwnNetwork() {
        var name = "mary.throttling@example.org";
        people.join(name);
        var home = visitor("192.0.2.40");
        assertThat(home.logIn(name, People.PASSWORD).status()).isEqualTo(200);
        visitor("203.0.113.140").fail(name, 10);
        assertThat(visitor("203.0.113.141").logIn(name, People.PASSWORD).status())
                .isEqualTo(429);
        assertThat(visitor("192.0.2.41").logIn(name, WRONG).status())
                .as("a wrong password tells nothing there either")
                .isEqualTo(429);
        assertThat(home.logIn(name, People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aResetEndsTheWait() {
        var name = "rosa.throttling@example.org";
        people.join(name);
        var away = visitor("203.0.113.150");
        away.fail(name, 10);
        assertThat(away.logIn(name, People.PASSWORD).status()).isEqualTo(429);
        api.post("/api/v1/password-resets", Map.of("email", name));
        var mailbox = new Mailbox(stack.addresses().ports().imap(), name);
        var token = mailbox.waitFor("Choose a new password").token();
        var confirmed = api.post(
                "/api/v1/password-resets/confirmations",
                Map.of("token", token, "newPassword", "another five words for rosa"));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(204);
        assertThat(away.logIn(name, "another five words for rosa").status()).isEqualTo(200);
    }

    @Test
    void aHundredFailuresFromOneAddressThrottleItAndNoOther() throws SQLException {
        // a hundred passwords are not hashed for this
        database.update("insert into log_in_failure (name, network, address, failed_at)"
                + " select 'name ' || i, 'c63364/24', 'c63364fe/32', now() from generate_series(1, 99) i");
        var name = "vera.throttling@example.org";
        var spraying = visitor("198.51.100.254");
        assertThat(spraying.logIn(name, WRONG).status()).isEqualTo(401);
        assertThat(spraying.logIn("una.throttling@example.org", WRONG).status()).isEqualTo(429);
        assertThat(visitor("198.51.100.253").logIn(name, WRONG).status()).isEqualTo(401);
    }

    @Test
    void guessingTheOwnPasswordWithAStolenTokenCountsToo() {
        var name = "zoe.throttling@example.org";
        var token = people.join(name);
        var thief = visitor("203.0.113.160");
        for (var i = 0; i < 5; i++) {
            assertThat(thief.put("/api/v1/users/me/password", change(WRONG), token)
                            .status())
                    .isEqualTo(400);
            var request = Map.of("email", "thief@example.org", "currentPassword", WRONG);
            assertThat(thief.post("/api/v1/users/me/email-changes", request, token)
                            .status())
                    .isEqualTo(400);
        }
        var refused = thief.put("/api/v1/users/me/password", change(People.PASSWORD), token);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("throttled");
    }

    @Test
    void whoForgesAForwardedAddressIsCountedByTheirOwn() throws SQLException {
        var name = "forged.throttling@example.org";
        for (var i = 0; i < 3; i++) {
            api.send(api.json("/api/v1/sessions")
                    .header("X-Forwarded-For", "192.0.2." + i)
                    .POST(Api.json(Map.of("email", name, "password", WRONG))));
        }
        assertThat(clients()).contains("7f000001/32").doesNotContain("c0000200/32", "c0000201/32", "c0000202/32");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // other systems have one loopback address
    void whoIsNotTheGatewayIsNotBelieved() throws Exception {
        var body = Map.of("email", "direct.throttling@example.org", "password", WRONG);
        var direct = new RawHttp(stack.addresses().auth(), "127.0.0.2");
        assertThat(direct.post("/api/v1/sessions", Map.of("X-Forwarded-For", "192.0.2.9"), body))
                .isEqualTo(401);
        assertThat(clients()).contains("7f000002/32").doesNotContain("c0000209/32");
    }

    private List<String> clients() throws SQLException {
        return database.rows("select address from log_in_failure");
    }

    private Visitor visitor(String address) {
        return new Visitor(stack, address, Visitor.FIREFOX);
    }

    private static Map<String, String> change(String current) {
        return Map.of("currentPassword", current, "newPassword", "six new words for the thief");
    }
}
