package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** People replace their authenticator app, or lose it; whoever has stolen a session or a mailbox gets no further. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class LostFactorIT {

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final SecondFactors factors;
    private final AuthDatabase database;

    LostFactorIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.factors = new SecondFactors(api);
        this.database = new AuthDatabase(stack);
    }

    @Test
    void aRecoveryCodeWorksOnceAndNewOnesReplaceThem() {
        var grace = "grace.factors@example.org";
        var access = people.join(grace);
        var enrolled = factors.enrol(access);
        var code = enrolled.recoveryCodes().get(0);
        var typed = code.toLowerCase(Locale.ROOT).replace("-", "");
        assertThat(factors.logIn(grace, People.PASSWORD, typed).status()).isEqualTo(200);
        assertThat(factors.logIn(grace, People.PASSWORD, code).problem()).isEqualTo("invalid-code");
        assertThat(api.get(SecondFactors.PATH, access)
                        .json()
                        .path("items")
                        .get(0)
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        assertThat(audited(access)).contains("RECOVERY_CODE_USED");

        var renewed = api.post(enrolled.path() + "/recovery-codes", Map.of(), access);
        assertThat(renewed.status()).as(renewed.body()).isEqualTo(201);
        assertThat(factors.logIn(
                                grace, People.PASSWORD, enrolled.recoveryCodes().get(1))
                        .problem())
                .isEqualTo("invalid-code");
        assertThat(factors.logIn(
                                grace,
                                People.PASSWORD,
                                SecondFactors.recoveryCodes(renewed).get(0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFactorGoesOnlyWhereOneHasJustBeenShown() {
        var emmy = "emmy.factors@example.org";
        var elsewhere = people.join(emmy);
        var access = people.logIn(emmy);
        var enrolled = factors.enrol(access);

        for (var refused : List.of(
                api.delete(enrolled.path(), elsewhere, null),
                api.post(enrolled.path() + "/recovery-codes", Map.of(), elsewhere),
                factors.begin(elsewhere))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("recent-log-in-required");
        }
        database.rows(
                "update factor_proof set shown_at = shown_at - interval '15 minutes' where factor_id = ?",
                UUID.fromString(enrolled.id()));
        assertThat(api.delete(enrolled.path(), access, null).problem()).isEqualTo("recent-log-in-required");

        var fresh = factors.logIn(emmy, People.PASSWORD, enrolled.app().next()).text("accessToken");
        assertThat(api.delete(enrolled.path(), fresh, null).status()).isEqualTo(204);
        assertThat(api.delete(enrolled.path(), fresh, null).status()).isEqualTo(404);
        assertThat(api.logIn(emmy, People.PASSWORD).status()).isEqualTo(200);
        assertThat(audited(fresh)).contains("FACTOR_ADDED", "FACTOR_REMOVED");
    }

    @Test
    void aNewAppTakesThePlaceOfTheOldOneOnceItHasShownACode() {
        var lise = "lise.factors@example.org";
        var access = people.join(lise);
        var old = factors.enrol(access);
        var forgotten = factors.begin(access);
        var made = factors.begin(access);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(factors.verify(forgotten.text("id"), new Authenticator(forgotten.text("secret")).next(), access)
                        .status())
                .as("another one has been begun since")
                .isEqualTo(404);
        assertThat(factors.logIn(lise, People.PASSWORD, old.app().next()).status())
                .as("until then the old one counts")
                .isEqualTo(200);

        var app = new Authenticator(made.text("secret"));
        assertThat(factors.verify(made.text("id"), app.next(), access).status()).isEqualTo(200);
        assertThat(factors.logIn(lise, People.PASSWORD, old.recoveryCodes().get(0))
                        .problem())
                .isEqualTo("invalid-code");
        assertThat(factors.logIn(lise, People.PASSWORD, app.next()).status()).isEqualTo(200);
        assertThat(api.get(SecondFactors.PATH, access).json().path("items")).hasSize(1);
    }

    @Test
    void aForgottenPasswordIsNoWayAroundIt() {
        var anna = "anna.factors@example.org";
        var enrolled = factors.enrol(people.join(anna));
        api.post("/api/v1/password-resets", Map.of("email", anna));
        var token = new Mailbox(stack.addresses().ports().imap(), anna)
                .waitFor(3).stream()
                        .filter(mail -> mail.text().contains("/reset?token="))
                        .findFirst()
                        .orElseThrow()
                        .token();
        var fresh = "seven otters sing at dawn";
        assertThat(api.post("/api/v1/password-resets/confirmations", Map.of("token", token, "newPassword", fresh))
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(anna, fresh).problem()).isEqualTo("second-factor-required");
        assertThat(factors.logIn(anna, fresh, enrolled.app().next()).status()).isEqualTo(200);
    }

    @Test
    void anAdministratorHelpsWhoHasLostTheDevice() {
        var vera = "vera.factors@example.org";
        var access = people.join(vera);
        var me = api.get("/api/v1/users/me", access).text("id");
        factors.enrol(access);
        var path = "/api/v1/admin/users/" + me + "/factors";
        assertThat(api.delete(path, access, null).status()).isEqualTo(403);

        var admin = people.admin();
        assertThat(api.delete(path, admin, null).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/users/me", access).status())
                .as("whoever has the device is out")
                .isEqualTo(401);
        var tokens = api.logIn(vera, People.PASSWORD);
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(audited(tokens.text("accessToken"))).contains("FACTOR_REMOVED");

        var adminsId = api.get("/api/v1/users/me", admin).text("id");
        assertThat(api.delete("/api/v1/admin/users/" + adminsId + "/factors", admin, null)
                        .status())
                .isEqualTo(409);
    }

    private List<String> audited(String accessToken) {
        return database.audited(api.get("/api/v1/users/me", accessToken).text("id"));
    }
}
