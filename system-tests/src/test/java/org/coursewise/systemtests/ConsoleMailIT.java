package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator finds out why a mail did not arrive, and does something about it, in the console alone. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsoleMailIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A language that no other test writes this mail in. */
    private static final String TEMPLATE = "/mail/template?name=course-completed&locale=it";

    private final LocalStack stack;
    private final Api api;
    private final String admin;
    private ConsoleWindow window;

    ConsoleMailIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.admin = new People(stack).admin();
    }

    @BeforeAll
    void open() {
        window = ConsoleWindow.open(stack).asAdmin(stack);
    }

    @AfterAll
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void aMailToASuppressedAddressSaysWhyAndGoesOutOnceTheAddressIsOffTheList() {
        var address = "stopped@console-mail.example.org";
        var page = window.go("/mail/suppressions");
        page.fill("[id='new:address']", "no address");
        page.fill("[id='new:reason']", "Asked us by telephone");
        page.evaluate("document.getElementById('new').noValidate = true");
        page.click("[id='new:add']");
        assertThat(page.innerText("#address-complaint")).contains("is not a mail address");
        page.fill("[id='new:address']", address);
        page.click("[id='new:add']");
        page.waitForSelector(".notice.done");
        window.isUsable();

        var mail = Map.of("to", address, "template", "welcome", "variables", Map.of("displayName", "Ada"));
        var id = api.post("/api/v1/messages", mail, admin).text("id");
        awaitStatus(id, "suppressed");
        window.go("/mail/messages?to=" + address + "&status=suppressed").click("css=main >> table a");
        assertThat(window.text()).contains(address + " is on the suppression list", "Asked us by telephone");
        window.isUsable().page().click("text=Show it on the suppression list");
        page.click("css=main >> table a.danger");
        window.isUsable();
        window.press("Remove from the list");
        page.waitForSelector(".notice.done");
        assertThat(api.get("/api/v1/suppressions?limit=200", admin).body()).doesNotContain(address);

        window.go("/mail/message?id=" + id);
        window.press("Send again");
        page.waitForSelector(".notice.done");
        awaitStatus(id, "sent");
        assertThat(new Mailbox(stack.addresses().ports().imap(), address).waitFor(1))
                .hasSize(1);
    }

    @Test
    void aTextIsRefusedAtItsFieldThenSavedLookedAtAndSentAsATrial() {
        var page = window.go(TEMPLATE);
        page.fill("[id='edit-form:subject']", "Complimenti {{displayName}}");
        page.fill("[id='edit-form:text']", "Ciao {{displayName}},\n{{courseName}}");
        page.click("[id='edit-form:save']");
        assertThat(page.innerText("#text-complaint")).contains("line 2", "courseName is not known");
        assertThat(page.inputValue("[id='edit-form:subject']")).isEqualTo("Complimenti {{displayName}}");
        assertThat(api.get("/api/v1/templates/course-completed/it", admin).status())
                .isEqualTo(404);
        page.fill("[id='edit-form:text']", "Ciao {{displayName}}, {{courseTitle}}");
        page.fill("[id='edit-form:html']", "<p>Ciao {{displayName}}, <b>{{courseTitle}}</b></p>");
        page.click("[id='edit-form:save']");
        page.waitForSelector(".notice.done");

        page.fill("[id='var.displayName']", "Grace Hopper");
        page.click("text=Show the preview");
        assertThat(page.innerText("#preview-subject")).contains("Complimenti Grace Hopper");
        assertThat(page.frameLocator("iframe").locator("b").innerText()).isNotBlank();
        // axe runs in every frame, and nothing runs in this one
        page.evaluate("document.querySelector('iframe').remove()");
        window.isUsable();
        page.fill("#address", stack.adminEmail());
        page.click("[id='try:send']");
        page.waitForSelector(".notice.done");
        assertThat(new Mailbox(stack.addresses().ports().imap(), stack.adminEmail())
                        .waitFor("Complimenti")
                        .text())
                .contains("Ciao Grace Hopper");
        window.go("/mail/templates");
        window.isUsable();
    }

    @Test
    void aDeadLetterIsReplayedAfterAQuestionAndComesBackWhenItFailsAgain() {
        var key = UUID.randomUUID().toString();
        new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC)
                .write(new Topic.Entry(
                        key, "{\"template\": \"welcome\"}", MailCommands.headers(UUID.randomUUID(), "send-requested")));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get("/api/v1/dead-letters", admin).body().contains(key));
        var page = window.go("/mail/dead-letters");
        var letter = page.locator("section.letter").filter(new Locator.FilterOptions().setHasText(key));
        assertThat(letter.innerText()).contains("email-war-commands", "have to be there");
        window.isUsable();
        letter.locator("a.danger").click();
        window.press("Have it handled once more");
        page.waitForSelector("#after");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            page.reload();
            assertThat(page.innerText("#after")).contains("It failed again");
        });
    }

    @Test
    void figuresAreShownByDayMailAndDomain() {
        var page = window.go("/mail/statistics");
        page.waitForSelector("canvas");
        assertThat(window.text()).contains("By day", "By domain", "Bounce share");
        window.isUsable();
        window.go("/mail/statistics?from=2020-01-01&to=2021-01-01");
        assertThat(window.text()).contains("at most 92 days");
    }

    private void awaitStatus(String id, String status) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        api.get("/api/v1/messages/" + id, admin).text("status"))
                .isEqualTo(status));
    }
}
