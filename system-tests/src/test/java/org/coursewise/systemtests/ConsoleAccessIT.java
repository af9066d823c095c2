package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machine clients, keys and one's own sessions in the console. */
@ExtendWith(SharedStack.class)
class ConsoleAccessIT {

    private final LocalStack stack;
    private final Api api;
    private final People people;

    ConsoleAccessIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
    }

    @Test
    void aClientIsMadeItsSecretIsShownOnceAndReplaced() {
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.go("/access/clients");
            window.isUsable();
            window.page().fill("[name='new:name']", "Console test");
            window.page().check("label:has-text('emails:send')");
            window.press("Make it and show the secret");
            var first = window.page().innerText("#secret");
            var clientId = window.page().innerText("#client-id");
            assertThat(window.page().url()).doesNotContain(first);
            window.isUsable();
            assertThat(api.clientToken(clientId, first)).isNotBlank();
            window.page().reload();
            assertThat(window.page().content()).as("shown once").doesNotContain(first);

            window.confirm("New secret…", "Make a new secret");
            var second = window.page().innerText("#secret");
            assertThat(api.clientToken(clientId, second)).isNotBlank();
            window.page().locator("tbody tr").first().locator("summary").click();
            window.page().click("details[open] button:has-text('Remove the secret')");
            assertThat(window.text()).contains("The secret is accepted no more");
            assertThat(api.clientToken(clientId, first)).isEmpty();
            assertThat(api.clientToken(clientId, second)).isNotBlank();

            window.confirm("Delete this client…", "Delete for good");
            assertThat(window.text()).contains("The machine client is deleted");
            assertThat(api.clientToken(clientId, second)).isEmpty();
        }
    }

    @Test
    void keysAreRotatedAndNobodyIsLoggedOut() {
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.go("/access/keys");
            window.isUsable();
            window.confirm("Rotate now…", "Rotate now");
            assertThat(window.text()).contains("signs now, or as soon as");
            window.isUsable();
            window.go("/overview");
            assertThat(window.page().url()).endsWith("/overview");
        }
    }

    @Test
    void aSessionElsewhereIsEnded() {
        var address = "olga.console@example.org";
        people.grant(people.join(address), "instructor");
        var elsewhere = api.logIn(address, People.PASSWORD).text("accessToken");
        try (var window = ConsoleWindow.open(stack)) {
            window.go("/account/me");
            window.page().fill("#email", address);
            window.page().fill("#password", People.PASSWORD);
            window.page().click("#enter");
            var sessions = PlaywrightAssertions.assertThat(window.page().locator("tbody tr"));
            sessions.hasCount(3);
            window.isUsable();
            // the newest of the others
            window.page().locator("tbody >> role=button[name=\"End\"]").first().click();
            assertThat(window.text()).contains("The session has ended");
            assertThat(api.get("/api/v1/users/me", elsewhere).status()).isEqualTo(401);
            window.confirm("End all the others…", "End all the others");
            sessions.hasCount(1);
        }
    }
}
