package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API is read and called in the console, and the token by which it is called never comes to the browser. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleApiDocsIT {

    private static final String SUPPRESSED = "called@console-api.example.org";
    /** Not the beginning of one, which the documents have as an example. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{20,}\\.");

    private final LocalStack stack;
    private final Api api;

    ConsoleApiDocsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
    }

    @Test
    void anOperationIsFoundReadAndCalledAsOneself() {
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            var page = window.go("/api-docs/list?q=suppressed+addresses");
            window.isUsable();
            page.click("a:has-text('/api/v1/suppressions')");
            window.isUsable();
            page.fill("[id='in.query.limit']", "1");
            window.press("Send");
            assertThat(page.innerText("#reply")).contains("200", "\"items\"");

            window.go("/api-docs/operation?service=email&id=suppressionsAdd");
            assertThat(page.inputValue("#body")).contains("ada@example.org");
            page.fill("#body", "{\"address\": \"" + SUPPRESSED + "\", \"reason\": \"by the page\"}");
            window.press("Send");
            assertThat(page.innerText("#reply")).contains("201", SUPPRESSED);
            window.isUsable();
            var admin = new People(stack).admin();
            assertThat(api.get("/api/v1/suppressions?limit=200", admin).body()).contains(SUPPRESSED);

            window.go("/api-docs/operation?service=email&id=suppressionsRemove");
            page.fill("[id='in.path.address']", SUPPRESSED);
            window.confirm("Send…", "Send it all the same");
            assertThat(page.innerText("#reply")).contains("204");
            assertThat(api.get("/api/v1/suppressions?limit=200", admin).body()).doesNotContain(SUPPRESSED);

            window.go("/api-docs/operation?service=email&id=messagesGet");
            page.fill("[id='in.path.id']", "none");
            window.press("Send");
            assertThat(page.innerText("#reply")).contains("404", "not-found");
        }
    }

    @Test
    void noTokenComesToTheBrowserEvenOfALogInThatThePageCalls() {
        try (var window = ConsoleWindow.open(stack).asAdmin(stack)) {
            var page = window.go("/api-docs/operation?service=auth&id=sessionsLogIn");
            page.fill(
                    "#body",
                    Api.JSON.writeValueAsString(
                            Map.of("email", stack.adminEmail(), "password", stack.adminPassword())));
            window.press("Send");
            assertThat(page.innerText("#reply")).contains("200", "\"accessToken\" : \"…\"");
            hasNoToken(page);
            window.go("/api-docs/operation?service=auth&id=meGet");
            window.press("Send");
            assertThat(page.innerText("#reply")).contains(stack.adminEmail());
            hasNoToken(page);
        }
    }

    private static void hasNoToken(Page page) {
        assertThat(page.content()).doesNotContainPattern(TOKEN);
        assertThat(page.context().cookies())
                .noneMatch(cookie -> TOKEN.matcher(cookie.value).find());
        assertThat(String.valueOf(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")))
                .doesNotContainPattern(TOKEN);
    }
}
