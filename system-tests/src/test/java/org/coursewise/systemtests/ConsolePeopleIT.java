package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator looks after people in the console: finds them, locks them, gives them roles, brings more of them. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsolePeopleIT {

    private static final String MARY = "mary.console@example.org";
    private static final String NINA = "nina.console@example.org";
    private static final String USERS = Administration.USERS;

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final Administration administration;

    ConsolePeopleIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.administration = new Administration(stack);
    }

    @Test
    void somebodyIsFoundLockedAndGivenARoleAndThePageSaysWhoDidIt() {
        people.join(MARY);
        var id = administration.idOf(MARY);
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.go("/users/list");
            window.isUsable();
            window.page().fill("#query", MARY);
            window.page().selectOption("#status", "active");
            window.press("Search");
            assertThat(window.page().url()).contains("query=mary").contains("status=active");
            window.page().click("tbody a");
            window.isUsable();
            assertThat(window.text()).contains(MARY, "Logged in", "Mail: email-verification");

            window.confirm("Lock the account…", "Lock the account");
            assertThat(window.text()).contains("The account is locked");
            assertThat(window.page().innerText("#status"))
                    .contains("locked by Administrator (" + stack.adminEmail() + ")")
                    .contains("UTC");
            assertThat(api.logIn(MARY, People.PASSWORD).problem()).isEqualTo("account-locked");
            window.isUsable();
            window.confirm("Unlock the account…", "Unlock the account");
            assertThat(api.logIn(MARY, People.PASSWORD).status()).isEqualTo(200);

            window.page().check("text=instructor");
            window.press("Save roles");
            assertThat(window.text()).contains("The roles are changed");
            assertThat(administration.user(id).body()).contains("\"instructor\",\"learner\"");

            window.go("/users/audit?about=" + MARY + "&type=roles-changed");
            window.isUsable();
            assertThat(window.page().locator("tbody tr").count()).isEqualTo(1);
            assertThat(window.text()).contains("now: instructor learner");
            var link = window.page().getAttribute("a.button", "href");
            var file = window.context()
                    .request()
                    .get(stack.addresses().console().resolve(link).toString());
            assertThat(file.headers().get("content-type")).startsWith("text/csv");
            assertThat(file.text()).startsWith("id,at,type").contains("roles-changed", id);
        }
    }

    @Test
    void aStaleChangeIsRefusedAndWhatWasTypedStays() {
        var id = imported("otto.console@example.org");
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.go("/users/user?id=" + id);
            var etag = administration.user(id).header("ETag");
            var elsewhere =
                    api.put(USERS + id + "/roles", Map.of("roles", List.of("learner", "admin")), people.admin(), etag);
            assertThat(elsewhere.status()).isEqualTo(204);
            window.page().check("text=instructor");
            window.press("Save roles");
            assertThat(window.text()).contains("Somebody else changed this meanwhile");
            assertThat(window.page().isChecked("text=instructor")).isTrue();

            window.go("/users/user?id=" + id);
            window.page().fill("[name='external:external-id']", "O-console");
            window.press("Save");
            assertThat(administration.user(id).text("externalId")).isEqualTo("O-console");
            window.confirm("Delete the account…", "Delete for good");
            assertThat(window.text()).contains("is deleted");
            assertThat(administration.user(id).status()).isEqualTo(404);
        }
    }

    @Test
    void aFileOfUsersIsTakenAndItsBadRowIsShown() {
        var csv = "email,displayName,roles\npaul.console@example.org,Paul,learner\nnot an address,Nobody,learner\n";
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.go("/users/imports");
            window.isUsable();
            window.page()
                    .setInputFiles("[name='send:file']", new FilePayload("users.csv", "text/csv", csv.getBytes(UTF_8)));
            window.press("Start the import");
            PlaywrightAssertions.assertThat(window.page().locator("#import-status"))
                    .hasText("finished");
            assertThat(window.page().innerText("#taken")).isEqualTo("1");
            assertThat(window.page().innerText("#refused")).isEqualTo("1");
            assertThat(window.page().locator("tbody tr").innerText()).contains("3", "email");
            window.isUsable();
            assertThat(administration.idOf("paul.console@example.org")).isNotBlank();
        }
    }

    @Test
    void aSecondFactorIsSetUpAndAskedForAndTakenAwayByAnother() {
        people.grant(people.join(NINA), "instructor");
        try (var window = ConsoleWindow.open(stack)) {
            window.go("/account/me");
            logIn(window.page());
            window.page().waitForURL("**/account/me");
            window.isUsable();
            window.press("Set up a second factor");
            window.page().click("text=The app cannot scan it");
            window.isUsable();
            var app =
                    new Authenticator(window.page().innerText("#factor-secret").replace(" ", ""));
            window.page().fill("#code", app.wrong(1).get(0));
            window.press("Turn it on");
            assertThat(window.text()).contains("The code is not right");
            window.page().fill("#code", app.next());
            window.press("Turn it on");
            PlaywrightAssertions.assertThat(window.page().locator("#codes li")).hasCount(10);
            window.isUsable();
            window.page().reload();
            assertThat(window.text()).contains("Log-in asks for a code").doesNotContain("Keep these recovery codes");

            window.page().click("css=header >> role=button[name=\"Log out\"]");
            window.go("/account/me");
            logIn(window.page());
            window.page().fill("#code", app.next());
            window.page().click("#enter");
            window.page().waitForURL("**/account/me");
        }
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.go("/users/user?id=" + administration.idOf(NINA));
            assertThat(window.page().innerText("#factor-state")).startsWith("on");
            window.confirm("Take the second factor away…", "Take it away");
            assertThat(window.page().innerText("#factor-state")).startsWith("off");
            assertThat(api.logIn(NINA, People.PASSWORD).status()).isEqualTo(200);
        }
    }

    private static void logIn(Page page) {
        page.fill("#email", NINA);
        page.fill("#password", People.PASSWORD);
        page.click("#enter");
    }

    private String imported(String address) {
        administration.usersImported("email,displayName\n" + address + ",Otto\n");
        return administration.idOf(address);
    }
}
