package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who does not want a mail, or must not get it, does not, but for what guards the account. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class MailChoicesIT {

    private static final String PREFERENCES = "/api/v1/users/me/notification-preferences";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final String admin;

    MailChoicesIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = people.admin();
    }

    @Test
    void aCategoryThatIsOffIsSuppressedAndALinkTurnsOneOffWithoutALogIn() {
        var address = "choosy.mails@example.org";
        var me = people.join(address);
        var before = api.get(PREFERENCES, me);
        assertThat(before.status()).as(before.body()).isEqualTo(200);
        assertThat(before.json().path("security").asBoolean()).isTrue();
        assertThat(before.json().path("enrollment").asBoolean()).isTrue();
        assertThat(before.json().path("recommendations").asBoolean(true)).isFalse();
        assertThat(api.put(
                                PREFERENCES,
                                Map.of("security", false, "enrollment", true, "recommendations", true),
                                me,
                                null)
                        .status())
                .isEqualTo(400);
        assertThat(api.put(PREFERENCES, Map.of("enrollment", true, "recommendations", true), me, null)
                        .status())
                .isEqualTo(204);

        var link = new Mailbox(stack.addresses().ports().imap(), address)
                .waitFor("Welcome")
                .header("List-Unsubscribe");
        assertThat(link).startsWith("<" + stack.addresses().api());
        var path = link.substring(link.indexOf("/api/v1/"), link.length() - 1);
        var shown = api.send(api.request(path).header("Accept", "text/html").GET());
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("<form method=\"post\">", "about your courses");
        assertThat(api.get(PREFERENCES, me).json().path("enrollment").asBoolean())
                .isTrue();
        assertThat(oneClick(path, "nonsense=1").status()).isEqualTo(400);
        var off = oneClick(path, "List-Unsubscribe=One-Click");
        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(off.json().path("subscribed").asBoolean(true)).isFalse();
        assertThat(oneClick(path + "A", "List-Unsubscribe=One-Click").status()).isEqualTo(404);

        var now = api.get(PREFERENCES, me).json();
        assertThat(now.path("enrollment").asBoolean(true)).isFalse();
        assertThat(now.path("recommendations").asBoolean()).isTrue();
        assertThat(awaited(welcome(address), "suppressed").text("lastReply")).contains("enrollment");
        assertThat(api.get("/api/v1/messages/me/export", me)
                        .json()
                        .at("/preferences/enrollment")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aSuppressedAddressGetsNothingButWhatGuardsTheAccount() {
        var address = "suppressed.mails@example.org";
        people.join(address);
        var reason = Map.of("address", address, "reason", "Asked us to stop");
        var added = api.post("/api/v1/suppressions", reason, admin);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(api.post("/api/v1/suppressions", reason, admin).problem()).isEqualTo("already-suppressed");
        assertThat(api.get("/api/v1/suppressions?limit=200", admin).body()).contains(address, "Asked us to stop");

        assertThat(awaited(welcome(address), "suppressed").text("lastReply")).contains("Asked us to stop");
        assertThat(api.post("/api/v1/password-resets", Map.of("email", address)).status())
                .isEqualTo(202);
        new Mailbox(stack.addresses().ports().imap(), address).waitFor(3);

        assertThat(api.delete("/api/v1/suppressions/" + address, admin, null).status())
                .isEqualTo(204);
        assertThat(api.delete("/api/v1/suppressions/" + address, admin, null).status())
                .isEqualTo(404);
        awaited(welcome(address), "sent");
    }

    private Api.Answer oneClick(String path, String form) {
        return api.send(api.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String welcome(String to) {
        var mail = Map.of("to", to, "template", "welcome", "variables", Map.of("displayName", "Ada"));
        var answer = api.post("/api/v1/messages", mail, admin);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.text("id");
    }

    private Api.Answer awaited(String message, String status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get("/api/v1/messages/" + message, admin), answer -> answer.text("status")
                        .equals(status));
    }
}
