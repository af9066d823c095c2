package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account gets another address when both mailboxes agree. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class EmailChangeIT {

    private static final String CONFIRM = "Confirm the new email address";
    private static final String CHANGED = "The email address of your Coursewise account was changed";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final AuthDatabase database;

    EmailChangeIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.database = new AuthDatabase(stack);
    }

    @Test
    void theAddressIsAnotherOnceBothLinksHaveBeenFollowed() throws SQLException {
        var before = "ada.change@example.org";
        var after = "ada.king.change@example.org";
        var asking = people.join(before);
        var elsewhere = people.logIn(before);
        var etag = api.get("/api/v1/users/me", asking).header("ETag");
        assertThat(request(asking, after).status()).isEqualTo(202);

        var toNew = mailbox(after).waitFor(1).get(0);
        assertThat(toNew.link()).startsWith(stack.addresses().console() + "/verify?token=");
        assertThat(confirm(toNew.token()).status()).isEqualTo(204);
        assertThat(confirm(toNew.token()).problem()).as("once").isEqualTo("invalid-token");
        assertThat(api.get("/api/v1/users/me", asking).text("email")).isEqualTo(before);

        var toOld = mailbox(before).waitFor(CONFIRM);
        assertThat(toOld.text()).contains(after);
        assertThat(confirm(toOld.token()).status()).isEqualTo(204);
        var me = api.get("/api/v1/users/me", asking);
        assertThat(me.text("email")).isEqualTo(after);
        assertThat(me.header("ETag")).isNotEqualTo(etag);
        assertThat(api.get("/api/v1/users/me", elsewhere).status()).isEqualTo(401);
        assertThat(api.logIn(before, People.PASSWORD).problem()).isEqualTo("invalid-credentials");
        assertThat(api.logIn(after, People.PASSWORD).status()).isEqualTo(200);

        for (var told : List.of(mailbox(before).waitFor(CHANGED), mailbox(after).waitFor(CHANGED))) {
            assertThat(told.text()).contains(after, "127.0.0.1").doesNotContain("token=");
        }
        assertThat(database.audited(after)).containsSubsequence("ADDRESS_CHANGE_REQUESTED", "ADDRESS_CHANGED");
        var id = me.text("id");
        Awaitility.await()
                .untilAsserted(() -> assertThat(new Topic(stack.kafkaBootstrapServers(), "auth.user.v1").read())
                        .anyMatch(entry -> id.equals(entry.key())
                                && "org.coursewise.auth.user.updated"
                                        .equals(entry.headers().get("ce_type"))
                                && entry.value().contains(after)));
    }

    @Test
    void aLaterRequestReplacesTheOneBefore() {
        var token = people.join("bea.change@example.org");
        assertThat(request(token, "bea.first.change@example.org").status()).isEqualTo(202);
        var first = mailbox("bea.first.change@example.org").waitFor(1).get(0).token();
        mailbox("bea.change@example.org").waitFor(CONFIRM);
        assertThat(request(token, "bea.second.change@example.org").status()).isEqualTo(202);
        assertThat(confirm(first).problem()).isEqualTo("invalid-token");
        var old = mailbox("bea.change@example.org").waitFor(2, CONFIRM).get(1).token();
        var second = mailbox("bea.second.change@example.org").waitFor(1).get(0).token();
        assertThat(confirm(old).status()).isEqualTo(204);
        assertThat(confirm(second).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/users/me", token).text("email")).isEqualTo("bea.second.change@example.org");
    }

    @Test
    void anAddressThatIsAnothersIsAnsweredTheSameAndNeverChangedTo() {
        people.join("cleo.change@example.org");
        var dora = people.join("dora.change@example.org");
        var free = request(dora, "nobodys.change@example.org");
        mailbox("dora.change@example.org").waitFor(CONFIRM);
        var taken = request(dora, "cleo.change@example.org");
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body()).isEqualTo(free.body());
        var told = mailbox("cleo.change@example.org").waitFor("You already have a Coursewise account");
        assertThat(told.text()).doesNotContain("token=");
        assertThat(confirm(mailbox("dora.change@example.org")
                                .waitFor(2, CONFIRM)
                                .get(1)
                                .token())
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/users/me", dora).text("email")).isEqualTo("dora.change@example.org");
    }

    @Test
    void anAddressThatIsTakenMeanwhileMakesTheLinksUseless() {
        var token = people.join("emmy.change@example.org");
        var wanted = "wanted.change@example.org";
        assertThat(request(token, wanted).status()).isEqualTo(202);
        var toNew = mailbox(wanted).waitFor(1).get(0).token();
        var toOld = mailbox("emmy.change@example.org").waitFor(CONFIRM).token();
        assertThat(api.register(wanted, People.PASSWORD, "en").status()).isEqualTo(202);
        var registration = mailbox(wanted).waitFor("Confirm your email address").token();
        assertThat(confirm(registration).status()).isEqualTo(204);

        assertThat(confirm(toOld).status()).isEqualTo(204);
        assertThat(confirm(toNew).problem()).isEqualTo("invalid-token");
        assertThat(api.get("/api/v1/users/me", token).text("email")).isEqualTo("emmy.change@example.org");
    }

    @Test
    void aLinkExpiresAndAResetOfThePasswordGivesTheChangeUp() throws SQLException {
        var address = "fay.change@example.org";
        var token = people.join(address);
        request(token, "fay.expired.change@example.org");
        database.update("update one_time_token set expires_at = now() where purpose like 'CONFIRM_%'");
        assertThat(confirm(mailbox("fay.expired.change@example.org")
                                .waitFor(1)
                                .get(0)
                                .token())
                        .problem())
                .isEqualTo("invalid-token");

        request(token, "fay.given.up.change@example.org");
        api.post("/api/v1/password-resets", Map.of("email", address));
        var reset = mailbox(address).waitFor("Choose a new password").token();
        assertThat(api.post(
                                "/api/v1/password-resets/confirmations",
                                Map.of("token", reset, "newPassword", "five quiet words for fay"))
                        .status())
                .isEqualTo(204);
        assertThat(confirm(mailbox("fay.given.up.change@example.org")
                                .waitFor(1)
                                .get(0)
                                .token())
                        .problem())
                .isEqualTo("invalid-token");
    }

    @Test
    void whoAsksShowsThePasswordAndAnAddress() {
        var token = people.join("gita.change@example.org");
        assertThat(invalidField(post(token, "gita2.change@example.org", "not the password")))
                .isEqualTo("currentPassword");
        assertThat(invalidField(request(token, "no address"))).isEqualTo("email");
        assertThat(invalidField(request(token, "GITA.change@example.org"))).isEqualTo("email");
    }

    private static String invalidField(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().path("errors").get(0).path("field").asString();
    }

    private Api.Answer request(String token, String email) {
        return post(token, email, People.PASSWORD);
    }

    private Api.Answer post(String token, String email, String password) {
        return api.post("/api/v1/users/me/email-changes", Map.of("email", email, "currentPassword", password), token);
    }

    private Api.Answer confirm(String token) {
        return api.post("/api/v1/email-verifications/confirmations", Map.of("token", token));
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(stack.addresses().ports().imap(), address);
    }
}
