package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What administrators do about mails: texts, what could not be handled, counts, and reports that come back. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class MailOperationsIT {

    /** A language that no other test writes in. */
    private static final String TEMPLATE = "/api/v1/templates/waiting-list/nl";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final Api api;
    private final String admin;

    MailOperationsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.admin = new People(stack).admin();
    }

    @Test
    void aTextIsWrittenLookedAtTriedAndChangedOnlyByWhoSawIt() {
        var first =
                Map.of("subject", "Wachtlijst {{courseTitle}}", "text", "Dag {{displayName}}", "html", "<p>Dag</p>");
        assertThat(api.get(TEMPLATE, admin).status()).isEqualTo(404);
        assertThat(api.put(TEMPLATE, first, admin, null).status()).isEqualTo(201);
        var shown = api.get(TEMPLATE, admin);
        assertThat(shown.json().path("version").asInt()).isEqualTo(1);
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");

        var second = Map.of("subject", "Wachtlijst", "text", "Dag {{displayName}}!", "html", "<p>{{displayName}}</p>");
        assertThat(api.put(TEMPLATE, second, admin, null).status()).isEqualTo(428);
        assertThat(api.put(TEMPLATE, second, admin, "\"9\"").status()).isEqualTo(412);
        var wrong = Map.of("subject", "Wachtlijst", "text", "Dag\n{{courseName}}", "html", "<p>{{#open</p>");
        var refused = api.put(TEMPLATE, wrong, admin, "\"1\"");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("line 2: the variable courseName is not known", "line 1: the braces");
        assertThat(api.put(TEMPLATE, second, admin, "\"1\"").status()).isEqualTo(204);

        var variables = Map.of("variables", Map.of("displayName", "<Ada>", "courseTitle", "Graphs"));
        var preview = api.post(TEMPLATE + "/previews", variables, admin);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.text("html")).contains("lang=\"nl\"").doesNotContain("<Ada>");
        assertThat(api.post(TEMPLATE + "/previews", Map.of("variables", Map.of("displayName", "Ada")), admin)
                        .status())
                .isEqualTo(200);
        assertThat(api.post(TEMPLATE + "/previews", Map.of("variables", Map.of()), admin)
                        .body())
                .contains("variables.displayName");
        var sent = api.post(TEMPLATE + "/test-sends", variables, admin);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        awaitStatus(sent.header("Location"), "sent");
    }

    @Test
    void theMailsThereAreAreListedInEveryLanguage() {
        var path = "/api/v1/templates/course-completed/pt";
        var text = Map.of("subject", "Parabéns", "text", "Olá {{displayName}}", "html", "<p>Olá</p>");
        assertThat(api.put(path, text, admin, null).status()).isEqualTo(201);
        var list = api.get("/api/v1/templates", admin);
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.json().path("nextCursor").isNull()).isTrue();
        assertThat(list.json().path("items").valueStream().map(JsonNode::toString))
                .contains("{\"name\":\"course-completed\",\"locale\":\"pt\",\"subject\":\"Parabéns\",\"version\":1,"
                        + "\"customized\":true,\"category\":\"enrollment\"}")
                .anyMatch(item -> item.startsWith("{\"name\":\"password-reset\",\"locale\":\"de\",")
                        && item.endsWith("\"version\":1,\"customized\":false,\"category\":\"security\"}"))
                .anyMatch(item -> item.contains("\"recommendation-digest\"")
                        && item.endsWith("\"category\":\"recommendations\"}"));
        for (var item : list.json().path("items")) {
            var one = api.get(
                    "/api/v1/templates/" + item.path("name").asString() + "/"
                            + item.path("locale").asString(),
                    admin);
            assertThat(one.json().path("version")).isEqualTo(item.path("version"));
        }
    }

    @Test
    void aRecordThatCannotBeHandledIsListedAndReadAgainByItsConsumerAlone() {
        var commands = new Topic(stack.kafkaBootstrapServers(), "email.command.v1");
        var key = UUID.randomUUID().toString();
        commands.write(new Topic.Entry(
                key,
                "{\"template\": \"welcome\"}",
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "org.coursewise.email.command.send-requested",
                        "ce_source", "/test",
                        "ce_specversion", "1.0",
                        "ce_time", "2026-11-27T12:00:00Z",
                        "content-type", "application/json")));
        var letter = Awaitility.await().atMost(PATIENCE).until(() -> letter(key, 0), found -> found != null);
        assertThat(letter.path("topic").asString()).isEqualTo("email.command.v1");
        assertThat(letter.path("consumer").asString()).isEqualTo("email-war-commands");
        assertThat(letter.path("reason").asString()).contains("template, and to or userId, have to be there");
        assertThat(letter.path("value").asString()).contains("welcome");
        assertThat(letter.at("/headers/ce_type").asString()).endsWith("send-requested");

        var id = letter.path("id").asString();
        assertThat(api.post("/api/v1/dead-letters/" + id + "/replays", Map.of(), admin)
                        .status())
                .isEqualTo(202);
        var again = Awaitility.await().atMost(PATIENCE).until(() -> letter(key, 1), found -> found != null);
        assertThat(again.path("id").asString()).isEqualTo(id);
        assertThat(api.post("/api/v1/dead-letters/email.command.v1~0~99999999/replays", Map.of(), admin)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMailThatComesBackIsBouncedCountedAndToldOfAndItsAddressSuppressed() {
        var address = "comes.back@operations.example.org";
        var message = welcome(address);
        awaitStatus("/api/v1/messages/" + message, "sent");
        var mail = new Mailbox(stack.addresses().ports().imap(), address)
                .waitFor(1)
                .get(0);
        var report = """
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; %s
            Action: failed
            Status: 5.1.1

            --b
            Content-Type: text/rfc822-headers

            Message-ID: %s

            --b--
            """.formatted(address, mail.messageId());

        assertThat(report(report).text("outcome")).isEqualTo("bounced");
        assertThat(report(report).text("outcome")).isEqualTo("unchanged");
        assertThat(report(report.replace(message, UUID.randomUUID().toString())).text("outcome"))
                .isEqualTo("unknown");
        assertThat(report("Subject: hello\n\nhello").status()).isEqualTo(400);
        awaitStatus("/api/v1/messages/" + message, "bounced");
        assertThat(api.get("/api/v1/suppressions?limit=200", admin).body()).contains(address);
        var stats = api.get("/api/v1/stats", admin);
        assertThat(stats.status()).as(stats.body()).isEqualTo(200);
        assertThat(stats.json().path("byDomain").valueStream()).anySatisfy(row -> {
            assertThat(row.path("key").asString()).isEqualTo("operations.example.org");
            assertThat(row.path("bounced").asInt()).isEqualTo(1);
        });
    }

    private Api.Answer report(String mail) {
        return api.send(api.request("/api/v1/messages/delivery-reports")
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofString(mail.replace("\n", "\r\n"))));
    }

    private @Nullable JsonNode letter(String key, int later) {
        var found = api.get("/api/v1/dead-letters?limit=100", admin)
                .json()
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("key").asString("").equals(key))
                .toList();
        return found.size() > later ? found.get(later) : null;
    }

    private String welcome(String to) {
        var mail = Map.of("to", to, "template", "welcome", "variables", Map.of("displayName", "Ada"));
        return api.post("/api/v1/messages", mail, admin).text("id");
    }

    private void awaitStatus(String message, String status) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        api.get(message, admin).text("status"))
                .isEqualTo(status));
    }
}
