package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coursewise.localstack.LocalStack;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The links in mails open pages that do what they say, also in a browser without scripts. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsolePagesIT {

    private static final String GRACE = "grace.pages@example.org";

    private final LocalStack stack;
    private final Api api;
    private final Api console;

    ConsolePagesIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.console = new Api(stack.addresses().console());
    }

    @Test
    void graceConfirmsAndLaterSetsANewPasswordOnThePagesOfHerLinks() {
        api.register(GRACE, "the first password", "en");
        var mailbox = new Mailbox(stack.addresses().ports().imap(), GRACE);
        var verification = mailbox.waitFor(1).get(0).link();
        assertThat(press(open(verification), Map.of()).text()).contains("Your address is confirmed");
        assertThat(api.logIn(GRACE, "the first password").status()).isEqualTo(200);
        assertThat(press(open(verification), Map.of()).text())
                .as("the same link again")
                .contains("new link");

        api.post("/api/v1/password-resets", Map.of("email", GRACE));
        var reset = mailbox.waitFor(3).get(2).link();
        var tooShort = press(open(reset), Map.of("newPassword", "short", "repeated", "short"));
        assertThat(tooShort.select("[role=alert]").text()).contains("8 characters");
        press(tooShort, Map.of("newPassword", "the second password", "repeated", "the second password"));
        assertThat(api.logIn(GRACE, "the first password").status()).isEqualTo(401);
        assertThat(api.logIn(GRACE, "the second password").status()).isEqualTo(200);
    }

    private Document open(String link) {
        var address = URI.create(link);
        var answer = console.get(address.getRawPath() + "?" + address.getRawQuery());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        return Jsoup.parse(answer.body(), link);
    }

    /** Sends the page's form, as its button does. */
    private Document press(Document page, Map<String, String> typed) {
        var form = page.selectFirst("form");
        assertThat(form).as(page.text()).isNotNull();
        var fields = new TreeMap<String, String>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var target = URI.create(form.absUrl("action"));
        var path =
                target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
        var answer = console.send(console.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body(), page.location());
    }
}
