package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.coursewise.localstack.StackOptions;
import org.coursewise.localstack.backup.HomeBackup;
import org.coursewise.localstack.home.StackHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What was there is there again: a stack is filled, stopped and put into a file, and the file alone makes another one,
 * elsewhere and on other ports, where one of its keys is rotated at once.
 */
class RestoreIT {

    private static final String SOPHIE = "sophie.restore@example.org";
    private static final String VERA = "vera.restore@example.org";
    private static final int COURSES_OF_THE_SAMPLE = 120;

    @TempDir
    Path folder;

    @Test
    void aBackupGivesAnEmptyStackTheSamePeopleCoursesModelAndMessages() throws Exception {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        var file = folder.resolve("coursewise.tar.gz");

        Sight before;
        String refreshToken;
        Authenticator authenticator;
        try (var stack = start(first)) {
            stack.loadSampleData();
            enrol(stack, new People(stack).join(SOPHIE), "algebra");
            awaitMails(stack, 3);
            authenticator = addFactor(stack);
            before = Sight.of(stack);
            refreshToken = logIn(stack).text("refreshToken");
        }
        assertThat(before.courses()).hasSize(COURSES_OF_THE_SAMPLE);
        assertThat(before.enrollments()).hasSize(1);
        assertThat(before.modelVersion()).isNotBlank();
        assertThat(before.messages()).hasSize(3);

        new HomeBackup(first, Clock.systemUTC()).writeTo(file);
        new StackHome(first).clear();
        new HomeBackup(second, Clock.systemUTC()).restoreFrom(file);
        putAnotherKeyInFront(second.resolve("secrets").resolve("data-keys-auth"));

        try (var stack = start(second)) {
            assertThat(Sight.of(stack)).isEqualTo(before);
            assertThat(keysOf(stack, "select split_part(sealed_jwk, '.', 1) from signing_key"))
                    .containsExactly("another");
            assertThat(keysOf(stack, "select split_part(sealed_secret, '.', 1) from factor"))
                    .containsExactly("another");
            assertThat(factors(stack)
                            .logIn(VERA, People.PASSWORD, authenticator.next())
                            .status())
                    .isEqualTo(200);
            var refreshed = new Api(stack.addresses().api())
                    .post("/api/v1/tokens/refresh", Map.of("refreshToken", refreshToken));
            assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
            goOnWithAnEmptyKafka(stack, refreshed.text("accessToken"));
        }
    }

    /** As when keys are rotated; the key that comes from the backup still opens what it sealed. */
    private static void putAnotherKeyInFront(Path secret) throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var restored = Files.readString(secret);
        Files.writeString(secret, "another:" + Base64.getEncoder().encodeToString(key) + "," + restored);
    }

    private static Authenticator addFactor(LocalStack stack) {
        return factors(stack).enrol(new People(stack).join(VERA)).app();
    }

    private static SecondFactors factors(LocalStack stack) {
        return new SecondFactors(new Api(stack.addresses().api()));
    }

    private static Set<String> keysOf(LocalStack stack, String sql) {
        return Set.copyOf(new AuthDatabase(stack).rows(sql));
    }

    /** As in a cluster, where Kafka is in no backup: nothing that was said before is said again, and all goes on. */
    private static void goOnWithAnEmptyKafka(LocalStack stack, String access) {
        stack.stop("kafka");
        new StackHome(stack.home()).delete(stack.home().resolve("kafka"));
        stack.restart("kafka");
        enrol(stack, access, "statistics");
        awaitMails(stack, 4);
        assertThat(new Mailbox(stack.addresses().ports().imap(), SOPHIE).read()).hasSize(4);
    }

    private static void enrol(LocalStack stack, String access, String words) {
        var api = new Api(stack.addresses().api());
        var found = api.get("/api/v1/courses?limit=1&q=" + words)
                .json()
                .path("items")
                .get(0);
        var enrolled = api.post(
                "/api/v1/enrollments", Map.of("courseId", found.path("id").asString()), access);
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
    }

    /** Delivered, and on record as sent. */
    private static void awaitMails(LocalStack stack, int count) {
        new Mailbox(stack.addresses().ports().imap(), SOPHIE).waitFor(count);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Sight.messages(stack).values().stream()
                                .filter(message ->
                                        message.path("status").asString().equals("sent"))
                                .count()
                        == count);
    }

    private static Api.Answer logIn(LocalStack stack) {
        return new Api(stack.addresses().api()).logIn(SOPHIE, People.PASSWORD);
    }

    private static LocalStack start(Path home) {
        return LocalStack.start(StackOptions.in(home).withPortOffset(LocalStack.freePortOffset()));
    }

    /** What Sophie and an administrator see of it all; messages by their ids, with their history. */
    private record Sight(
            JsonNode me,
            Map<String, JsonNode> courses,
            JsonNode enrollments,
            String modelVersion,
            List<String> recommended,
            Map<String, JsonNode> messages,
            Map<String, JsonNode> histories,
            List<Mailbox.Mail> mails) {

        static Sight of(LocalStack stack) {
            var api = new Api(stack.addresses().api());
            var access = logIn(stack).text("accessToken");
            var recommendations = api.get("/api/v1/learners/me/recommendations?limit=10", access);
            return new Sight(
                    api.get("/api/v1/users/me", access).json(),
                    courses(api),
                    api.get("/api/v1/enrollments", access).json().path("items"),
                    recommendations.text("modelVersion"),
                    stream(recommendations.json().path("items"))
                            .map(item -> item.path("course").path("id").asString())
                            .toList(),
                    messages(stack),
                    histories(stack),
                    new Mailbox(stack.addresses().ports().imap(), SOPHIE).read());
        }

        private static Map<String, JsonNode> courses(Api api) {
            var courses = new TreeMap<String, JsonNode>();
            var cursor = "";
            do {
                var page = api.get("/api/v1/courses?sort=title&limit=100" + cursor);
                stream(page.json().path("items"))
                        .forEach(item -> courses.put(item.path("id").asString(), item));
                cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
            } while (!cursor.isEmpty());
            return courses;
        }

        static Map<String, JsonNode> messages(LocalStack stack) {
            var messages = new TreeMap<String, JsonNode>();
            stream(asAdmin(stack, "/api/v1/messages?limit=100&to=" + SOPHIE).path("items"))
                    .forEach(message -> messages.put(message.path("id").asString(), message));
            return messages;
        }

        private static Map<String, JsonNode> histories(LocalStack stack) {
            var histories = new TreeMap<String, JsonNode>();
            for (var id : messages(stack).keySet()) {
                var history =
                        asAdmin(stack, "/api/v1/messages/" + id + "/events").path("items");
                assertThat(history).isNotEmpty();
                histories.put(id, history);
            }
            return histories;
        }

        private static JsonNode asAdmin(LocalStack stack, String path) {
            return new Api(stack.addresses().api())
                    .get(path, new People(stack).admin())
                    .json();
        }

        private static Stream<JsonNode> stream(JsonNode items) {
            return StreamSupport.stream(items.spliterator(), false);
        }
    }
}
