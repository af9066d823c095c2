package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which passwords are taken, and what follows when one is changed. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class PasswordsIT {

    private static final String NEW = "seven otters sing at dawn";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final AuthDatabase database;

    PasswordsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.database = new AuthDatabase(stack);
    }

    @Test
    void whatEverybodyTriesFirstIsRefusedAtRegistrationChangeAndReset() {
        refuses("password", "most common", api.register("weak.passwords@example.org", "Password123", "en"));
        refuses("password", "your address", api.register("weak.passwords@example.org", "weak.passwords2", "en"));
        refuses("password", "name of this service", api.register("weak.passwords@example.org", "coursewise", "en"));

        var address = "wera.passwords@example.org";
        var token = people.join(address);
        refuses("newPassword", "most common", change(token, People.PASSWORD, "qwertyuiop"));
        refuses("newPassword", "your address", change(token, People.PASSWORD, address));

        api.post("/api/v1/password-resets", Map.of("email", address));
        var reset = mailbox(address).waitFor("Choose a new password").token();
        refuses("newPassword", "most common", confirm(reset, "iloveyou"));
        refuses("newPassword", "your address", confirm(reset, "wera.passwords"));
        assertThat(confirm(reset, NEW).status()).as("the link is still good").isEqualTo(204);
        assertThat(confirm(reset, NEW + "!").problem()).isEqualTo("invalid-token");
    }

    @Test
    void aChangeNeedsTheCurrentPasswordEndsTheOtherSessionsAndIsToldByMail() throws SQLException {
        var address = "xenia.passwords@example.org";
        var here = people.join(address);
        var elsewhere = people.logIn(address);
        refuses("currentPassword", "is not your password", change(here, "not this one at all", NEW));

        assertThat(change(here, People.PASSWORD, NEW).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/users/me", here).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/users/me", elsewhere).status()).isEqualTo(401);
        assertThat(api.logIn(address, People.PASSWORD).status()).isEqualTo(401);
        assertThat(api.logIn(address, NEW).status()).isEqualTo(200);

        var mail = mailbox(address).waitFor("Your Coursewise password was changed");
        assertThat(mail.text()).contains("127.0.0.1", "UTC", "Was it not you?").doesNotContain("token=");
        assertThat(database.audited(address)).contains("PASSWORD_CHANGED");
    }

    @Test
    void aResetIsToldByMailInTheOwnersLanguage() throws SQLException {
        var address = "yara.passwords@example.org";
        api.register(address, People.PASSWORD, "de-AT");
        var link = mailbox(address).waitFor(1).get(0).token();
        api.post("/api/v1/email-verifications/confirmations", Map.of("token", link));
        api.post("/api/v1/password-resets", Map.of("email", address));
        assertThat(confirm(
                                mailbox(address)
                                        .waitFor("Wählen Sie ein neues Passwort")
                                        .token(),
                                NEW)
                        .status())
                .isEqualTo(204);
        var mail = mailbox(address).waitFor("Ihr Passwort für Coursewise wurde geändert");
        assertThat(mail.html()).contains("127.0.0.1");
        assertThat(database.audited(address)).containsSubsequence("PASSWORD_RESET_REQUESTED", "PASSWORD_RESET");
    }

    @Test
    void strangersHaveFiveMailsAnHourSentToAMailboxAndNoMore() throws SQLException {
        var address = "zita.passwords@example.org";
        people.join(address);
        var mailbox = mailbox(address);
        // the confirmation was the first of the five, the welcome is nobody's wish
        for (var i = 0; i < 4; i++) {
            var reset = api.post("/api/v1/password-resets", Map.of("email", address));
            var known = api.register(address, "somebody else's password", "en");
            assertThat(reset.status()).isEqualTo(202);
            assertThat(reset.text("status")).isEqualTo("reset-sent");
            assertThat(known.status()).isEqualTo(202);
            assertThat(known.text("status")).isEqualTo("verification-sent");
        }
        // what was asked for later is done later
        var marker = "marker.passwords@example.org";
        api.register(marker, People.PASSWORD, "en");
        mailbox(marker).waitFor(1);
        assertThat(mailbox.waitFor(6)).hasSize(6);

        database.update("update asked_mail set sent_at = sent_at - interval '1 hour'");
        api.post("/api/v1/password-resets", Map.of("email", address));
        assertThat(mailbox.waitFor(7)).as("an hour later").hasSize(7);
    }

    private void refuses(String field, String why, Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-input");
        var errors = answer.json().path("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).path("field").asString()).isEqualTo(field);
        assertThat(errors.get(0).path("message").asString()).contains(why);
    }

    private Api.Answer change(String token, String current, String next) {
        return api.put(
                "/api/v1/users/me/password", Map.of("currentPassword", current, "newPassword", next), token, null);
    }

    private Api.Answer confirm(String token, String password) {
        return api.post("/api/v1/password-resets/confirmations", Map.of("token", token, "newPassword", password));
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(stack.addresses().ports().imap(), address);
    }
}
