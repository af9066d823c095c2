package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names and titles that would break a mail, over both ways in: each is refused with a reason, or its mail arrives whole. */
@Tag("abuse")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class HostileNamesIT {

    private static final String MAILBOX = "hostile@names.example.org";
    private static final String EVE = "eve@names.example.org";
    private static final String TEMPLATE = "enrollment-confirmation";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** {@code -Dnames=1000} for more. */
    private static final int MANY = Integer.getInteger("names", 150);

    private static final long SEED = 20_261_128;
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\t",
            "\0",
            "\u001b",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u2066",
            "\ud83d\ude80",
            "\ud83d",
            "\"",
            "'",
            "\\",
            "<",
            ">",
            "<b>",
            "<script>alert(1)</script>",
            "&",
            "&lt;",
            ",",
            ";",
            ":",
            "@",
            "=?UTF-8?Q?=0D=0ABcc:_x?=",
            "{{link}}",
            "{{{html}}}",
            "{{#x}}",
            "Bcc: " + EVE,
            "\r\nBcc: " + EVE,
            ".",
            "Ada",
            "Łukasz",
            "山田",
            "عمر",
            " ",
            "http://evil.example",
            "x".repeat(1_100));

    private final LocalStack stack;
    private final Api api;
    private final String admin;

    HostileNamesIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.admin = new People(stack).admin();
    }

    @Test
    void ofManyNothingIsInjectedAndNothingLost() {
        var random = new Random(SEED);
        var accepted = new HashSet<String>();
        var commanded = new ArrayList<Topic.Entry>();
        for (var i = 0; i < MANY; i++) {
            var said = Map.of("displayName", name(random), "courseTitle", name(random));
            if (i % 2 == 0) {
                post(said, accepted);
            } else {
                commanded.add(command(said));
            }
        }
        assertThat(accepted).as("over HTTP").hasSizeBetween(MANY / 10, MANY / 2);
        accepted.addAll(acceptedOf(commanded));

        var mailbox = new Mailbox(stack.addresses().ports().imap(), MAILBOX);
        Awaitility.await("mails of " + accepted.size())
                .atMost(PATIENCE)
                .until(() -> mailbox.sources().size() >= accepted.size());
        var mails = mailbox.read();
        assertThat(mails)
                .extracting(
                        mail -> mail.messageId().substring(1, mail.messageId().indexOf('@')))
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.headers()).doesNotContainKeys("Bcc", "Cc", "Reply-To");
            assertThat(mail.header("To")).isEqualTo(MAILBOX);
            var body = Jsoup.parse(mail.html()).body();
            assertThat(body.select("script, b, img, a.button")).isEmpty();
            assertThat(body.select("strong")).hasSize(1);
            assertThat(mail.text()).contains("you have a place in the course");
        });
        assertThat(new Mailbox(stack.addresses().ports().imap(), EVE).read()).isEmpty();
    }

    @Test
    void aHostsInternationalNameIsWrittenInAsciiAndAMailboxThatHasNoneIsRefused() {
        var sent = api.post("/api/v1/messages", welcome("buecher@bücher.example.org"), admin);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        new Mailbox(stack.addresses().ports().imap(), "buecher@xn--bcher-kva.example.org").waitFor("Welcome");

        var refused = api.post("/api/v1/messages", welcome("müller@bücher.example.org"), admin);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-input");
        assertThat(refused.body()).contains("nothing but ASCII before the @");
    }

    private static Map<String, Object> welcome(String to) {
        return Map.of("to", to, "template", "welcome", "variables", Map.of("displayName", "Ada"));
    }

    private void post(Map<String, String> said, Set<String> accepted) {
        var answer =
                api.post("/api/v1/messages", Map.of("to", MAILBOX, "template", TEMPLATE, "variables", said), admin);
        if (answer.status() == 202) {
            var location = answer.header("Location");
            accepted.add(location.substring(location.lastIndexOf('/') + 1));
        } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private static Topic.Entry command(Map<String, String> said) {
        var id = UUID.randomUUID().toString();
        var data = Map.of("to", MAILBOX, "template", TEMPLATE, "locale", "en", "variables", said);
        return new Topic.Entry(
                id,
                Api.JSON.writeValueAsString(data),
                Map.of(
                        "ce_id", id,
                        "ce_type", "org.coursewise.email.command.send-requested",
                        "ce_source", "/test",
                        "ce_specversion", "1.0",
                        "ce_time", "2026-11-28T04:00:00Z",
                        "content-type", "application/json"));
    }

    /** Each is a message, or a dead letter that says why not. */
    private Set<String> acceptedOf(List<Topic.Entry> commands) {
        new Topic(stack.kafkaBootstrapServers(), "email.command.v1").write(commands);
        var letters = new Topic(stack.kafkaBootstrapServers(), "email.command.v1.dlq");
        var open = commands.stream().map(Topic.Entry::key).collect(Collectors.toCollection(HashSet::new));
        var accepted = new HashSet<String>();
        Awaitility.await("commands handled").atMost(PATIENCE).until(() -> {
            letters.read().forEach(letter -> open.remove(letter.key()));
            open.stream()
                    .filter(id -> api.get("/api/v1/messages/" + id, admin).status() == 200)
                    .forEach(accepted::add);
            open.removeAll(accepted);
            return open.isEmpty();
        });
        return accepted;
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }
}
