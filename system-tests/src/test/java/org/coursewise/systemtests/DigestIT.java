package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who asked for recommendations by mail gets them, once a week, in their language and with reasons; nobody else does. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class DigestIT {

    private static final String PREFERENCES = "/api/v1/users/me/notification-preferences";
    private static final String DIGEST = "recommendation-digest";
    private static final String TITLE = "Kites & other things that fly";
    private static final String INTEREST = "Kites of the digest";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/api/v1/courses/[0-9a-f-]+");

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final Stores stores;
    private final String admin;
    private final String course;

    DigestIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.stores = new Stores(stack);
        this.admin = people.admin();
        this.course =
                new EnrolledCourses(api, admin).published("DIGEST-1", TITLE, Map.of("categories", List.of(INTEREST)));
    }

    private record Learner(String address, String token, String id) {}

    @Test
    void whoAsksIsMailedOnceInTheirLanguageUntilOneClickEndsIt() {
        var gerda = learner("gerda.digest@example.org", "de");
        likesKites(gerda);
        wants(gerda, true);
        awaitSubscribed(gerda);
        comeDue(gerda);

        var mail = mailbox(gerda).waitFor("Kurse für Sie");
        assertThat(mail.text()).contains("Guten Tag Ada", TITLE, "Passt zu Ihrem Interesse an " + INTEREST);
        assertThat(mail.html()).contains("Kites &amp; other things that fly", "Passt zu Ihrem Interesse an");
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        assertThat(api.get(URI.create(link.group()).getPath()).text("title")).isEqualTo(TITLE);
        assertThat(link.group()).endsWith(course);
        var export = api.get("/api/v1/learners/me/export", gerda.token()).json();
        assertThat(export.at("/digest/locale").asString("")).isEqualTo("de");

        awaitMovedOn(gerda);
        comeDue(gerda);
        awaitMovedOn(gerda);
        var commands = commands(gerda);
        assertThat(commands).hasSize(1);
        assertThat(commands.get(0).value()).doesNotContain(gerda.address()).contains("Passt zu Ihrem Interesse an");

        unsubscribe(mail);
        awaitUnsubscribed(gerda);
        // what was asked for before, and by somebody who had not heard of it
        new Topic(stack.kafkaBootstrapServers(), "email.command.v1")
                .write(commands.get(0).withHeader("ce_id", UUID.randomUUID().toString()));
        awaitSuppressed(gerda);
        assertThat(mailbox(gerda).waitFor(1, "Kurse für Sie")).hasSize(1);
    }

    @Test
    void whoTookACourseIsMailedTheListOfHomeWithWhatItLedTo() {
        stack.loadSampleData();
        var hanna = learner("hanna.digest@example.org", "en");
        var algebra =
                api.get("/api/v1/courses?q=algebra").json().at("/items/0/id").asString("");
        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", algebra), hanna.token())
                        .status())
                .isEqualTo(201);
        wants(hanna, true);
        awaitSubscribed(hanna);
        var home = api.send(api.request("/api/v1/learners/me/recommendations?limit=5")
                        .header("Authorization", "Bearer " + hanna.token())
                        .header("Accept-Language", "en"))
                .json();
        assertThat(home.path("fallback").asBoolean(true)).as(home.toString()).isFalse();
        comeDue(hanna);

        var text = mailbox(hanna).waitFor("Courses for you").text();
        var told = home.path("items").values().stream()
                .filter(item -> item.path("reasons").values().stream()
                        .anyMatch(reason -> !reason.path("code").asString("").equals("popular")))
                .map(item -> item.at("/course/title").asString("") + "\n")
                .toList();
        assertThat(told).as(home.toString()).isNotEmpty();
        assertThat(text.replace("\r", "")).contains("Because you took “").containsSubsequence(told);
        assertThat(LINK.matcher(text).results()).hasSameSizeAs(told);
    }

    @Test
    void whoSpeaksAnotherLanguageFromNowOnIsMailedInThatOne() {
        var ina = learner("ina.digest@example.org", "de");
        likesKites(ina);
        wants(ina, true);
        awaitSubscribed(ina);
        var me = api.get("/api/v1/users/me", ina.token());
        assertThat(api.patch("/api/v1/users/me", Map.of("locale", "en"), ina.token(), me.header("ETag"))
                        .status())
                .isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> subscription("locale", ina), List.of("en")::equals);
        comeDue(ina);

        assertThat(mailbox(ina).waitFor("Courses for you").text())
                .contains("Hello Ada", TITLE, "Matches your interest in " + INTEREST);
    }

    @Test
    void whoNeverAskedIsMailedNothingWhoeverWantsIt() {
        var nora = learner("nora.digest@example.org", "en");
        likesKites(nora);
        var command = Map.of(
                "to", nora.address(),
                "template", DIGEST,
                "variables",
                        Map.of("displayName", "Ada", "course1Title", TITLE, "course1Url", "https://example.org/1"));
        assertThat(api.post("/api/v1/messages", command, admin).status()).isEqualTo(202);
        awaitSuppressed(nora);

        assertThat(subscription("learner", nora)).isEmpty();
        assertThat(commands(nora)).isEmpty();
        assertThat(mailbox(nora).read())
                .extracting(Mailbox.Mail::subject)
                .noneMatch(subject -> subject.contains("Courses for you"));
    }

    @Test
    void ofSomebodyOfWhomNothingIsKnownNothingIsMadeUp() {
        var newcomer = learner("newcomer.digest@example.org", "en");
        wants(newcomer, true);
        awaitSubscribed(newcomer);
        comeDue(newcomer);
        awaitMovedOn(newcomer);

        assertThat(commands(newcomer)).isEmpty();
    }

    @Test
    void whoLeavesIsNotOnTheListAnyMore() {
        var leo = learner("leo.digest@example.org", "en");
        wants(leo, true);
        awaitSubscribed(leo);
        assertThat(api.delete("/api/v1/users/me", leo.token(), "*").status()).isEqualTo(204);

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(stores.holding(leo.id()))
                    .doesNotContain("course.digest_subscription.learner", "email.preferences");
            assertThat(entries("email.preference.v1", leo)).last().satisfies(last -> assertThat(last.value())
                    .contains("\"recommendations\":false"));
        });
    }

    private Learner learner(String address, String locale) {
        assertThat(api.register(address, People.PASSWORD, locale).status()).isEqualTo(202);
        var token = mailbox(address).waitFor(1).get(0).token();
        assertThat(api.post("/api/v1/email-verifications/confirmations", Map.of("token", token))
                        .status())
                .isEqualTo(204);
        var access = people.logIn(address);
        return new Learner(address, access, api.get("/api/v1/users/me", access).text("id"));
    }

    private void likesKites(Learner learner) {
        var interests = Map.of("categories", List.of(INTEREST));
        assertThat(api.put("/api/v1/learners/me/interests", interests, learner.token(), null)
                        .status())
                .isEqualTo(204);
    }

    private void wants(Learner learner, boolean recommendations) {
        var wish = Map.of("enrollment", true, "recommendations", recommendations);
        assertThat(api.put(PREFERENCES, wish, learner.token(), null).status()).isEqualTo(204);
    }

    private void unsubscribe(Mailbox.Mail mail) {
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var link = mail.header("List-Unsubscribe");
        var path = link.substring(link.indexOf("/api/v1/"), link.length() - 1);
        var answer = api.send(api.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("category")).isEqualTo("recommendations");
    }

    /** A week has gone by. */
    private void comeDue(Learner learner) {
        assertThat(stores.query(
                        "course",
                        "update digest_subscription set next_at = now() - interval '1 minute' where learner = ?"
                                + " returning learner",
                        learner.id()))
                .hasSize(1);
    }

    private void awaitSubscribed(Learner learner) {
        Awaitility.await().atMost(PATIENCE).until(() -> !subscription("learner", learner)
                .isEmpty());
        assertThat(subscription("next_at > now() and next_at <= now() + interval '7 days'", learner))
                .containsExactly("t");
    }

    private void awaitUnsubscribed(Learner learner) {
        Awaitility.await().atMost(PATIENCE).until(() -> subscription("learner", learner)
                .isEmpty());
    }

    private void awaitMovedOn(Learner learner) {
        Awaitility.await().atMost(PATIENCE).until(() -> subscription("next_at > now()", learner), List.of("t")::equals);
    }

    private void awaitSuppressed(Learner learner) {
        var messages = "/api/v1/messages?template=" + DIGEST + "&status=suppressed&to=" + learner.address();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        api.get(messages, admin).json().path("items").values())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("lastReply").asString("")).contains("recommendations")));
    }

    private List<String> subscription(String what, Learner learner) {
        return stores.query("course", "select " + what + " from digest_subscription where learner = ?", learner.id());
    }

    private List<Topic.Entry> commands(Learner learner) {
        return entries("email.command.v1", learner).stream()
                .filter(entry -> entry.value().contains(DIGEST))
                .toList();
    }

    private List<Topic.Entry> entries(String topic, Learner learner) {
        return new Topic(stack.kafkaBootstrapServers(), topic)
                .read().stream()
                        .filter(entry -> entry.key().equals(learner.id()))
                        .toList();
    }

    private Mailbox mailbox(Learner learner) {
        return mailbox(learner.address());
    }

    private Mailbox mailbox(String address) {
        return new Mailbox(stack.addresses().ports().imap(), address);
    }
}
