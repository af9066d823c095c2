package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.coursewise.systemtests.ConsoleWindow.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes into the console, and what keeps it theirs. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleLogInIT {

    private final LocalStack stack;
    private final Api api;
    private final People people;

    ConsoleLogInIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
    }

    @Test
    void anAdministratorComesToThePageTheyAskedForAndSeesThatAllIsWell() {
        try (var window = ConsoleWindow.open(stack)) {
            window.go("/overview?asked=1");
            window.isUsable();
            window.page().fill("#email", stack.adminEmail());
            window.page().fill("#password", stack.adminPassword());
            window.page().click("#enter");
            window.page().waitForURL("**/overview?asked=1");
            assertThat(window.text()).contains("auth", "course", "email", "Registrations", "Enrolments");
            window.isUsable();
        }
    }

    @Test
    void aWrongPasswordIsSaidToBe() {
        try (var window = ConsoleWindow.open(stack, Looks.DESK.inGerman())) {
            window.go("/login");
            window.page().fill("#email", "nobody.console@example.org");
            window.page().fill("#password", "not the password");
            window.page().click("#enter");
            PlaywrightAssertions.assertThat(window.page().locator("#complaint"))
                    .containsText("Adresse und Passwort passen nicht zusammen");
        }
    }

    @Test
    void whoHasASecondFactorTypesThePasswordOnceAndThenTheCode() {
        var address = "factor.console@example.org";
        var factor = new SecondFactors(api).enrol(people.join(address));
        give(address, "admin");
        try (var window = ConsoleWindow.open(stack)) {
            window.go("/login");
            window.page().fill("#email", address);
            window.page().fill("#password", People.PASSWORD);
            window.page().click("#enter");
            window.page().waitForSelector("#code");
            assertThat(window.page().content()).doesNotContain(People.PASSWORD);
            window.page().fill("#code", factor.app().next());
            window.page().click("#enter");
            window.page().waitForURL("**/overview");
        }
    }

    @Test
    void aLearnerIsToldThatThereIsNothingHere() {
        people.join("learner.console@example.org");
        try (var window = ConsoleWindow.open(stack)) {
            window.go("/login");
            window.page().fill("#email", "learner.console@example.org");
            window.page().fill("#password", People.PASSWORD);
            window.page().click("#enter");
            PlaywrightAssertions.assertThat(window.page().locator("#complaint")).containsText("nothing for you");
            window.go("/overview");
            assertThat(window.page().url()).contains("/login");
        }
    }

    @Test
    void loggingOutEndsTheSessionHereAndInTheApi() {
        var admin = people.admin();
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            var before = sessions(admin);
            window.page().click("text=Log out");
            window.page().waitForURL("**/login*");
            assertThat(sessions(admin)).isEqualTo(before - 1);
            window.go("/users/list");
            assertThat(window.page().url()).contains("/login");
        }
    }

    @Test
    void languageAndColoursAreRememberedInThisBrowser() {
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            window.page().click("button[name=language]");
            assertThat(window.page().innerText("h1")).isEqualTo("Überblick");
            window.page().click("button[name=theme]");
            assertThat(window.page().getAttribute("html", "data-theme")).isEqualTo("dark");
            window.go("/users/list");
            assertThat(window.page().getAttribute("html", "lang")).isEqualTo("de");
            assertThat(window.page().getAttribute("html", "data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void anInstructorComesToTheCoursesAlone() {
        people.join("teacher.console@example.org");
        give("teacher.console@example.org", "instructor");
        try (var window = ConsoleWindow.open(stack).logIn("teacher.console@example.org", People.PASSWORD)) {
            assertThat(window.page().url()).endsWith("/courses/list");
            window.page().click("a.product");
            assertThat(window.page().url()).endsWith("/courses/list");
            assertThat(window.page().innerText("#navigation")).doesNotContain("Users");
            window.isUsable();
        }
    }

    private int sessions(String admin) {
        return api.get("/api/v1/users/me/sessions?limit=200", admin)
                .json()
                .path("items")
                .size();
    }

    private void give(String address, String role) {
        var admin = people.admin();
        var id = new Administration(stack).idOf(address);
        var etag = api.get(Administration.USERS + id, admin).header("ETag");
        assertThat(api.put(Administration.USERS + id + "/roles", Map.of("roles", List.of("learner", role)), admin, etag)
                        .status())
                .isEqualTo(204);
    }
}
