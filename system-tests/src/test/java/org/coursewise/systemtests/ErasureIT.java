package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Somebody leaves: within a minute no database holds anything that leads to them, and each service says so. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ErasureIT {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final List<String> SERVICES = List.of("auth", "course", "email");

    /** The id leads to nobody any more: it may stand in the trail, in receipts and where a late fact is known by it. */
    private static final List<String> PSEUDONYMOUS = List.of(
            "auth.audit_event.actor_id",
            "auth.audit_event.subject",
            "auth.erasure.user_id",
            "email.erasures",
            "email.recipients");

    private static final String DELETED = "org.coursewise.auth.user.deleted";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final Stores stores;
    private final String admin;
    private final String client;

    ErasureIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.stores = new Stores(stack);
        this.admin = people.admin();
        this.client = people.client("learning:write", "emails:send");
    }

    /** Somebody whose name and address stand nowhere else. */
    private record Somebody(String name, String address, String token, String id) {}

    @Test
    void whoLeavesIsFoundInNoDatabaseAndWhatTheyTookCountsWithoutThem() {
        var gone = somebody("Quillfeather");
        var seat = course("ERASE-SEAT-1", 1);
        var line = course("ERASE-LINE-1", 1);
        var past = course("ERASE-PAST-1", 10);
        var answer = enroll(gone, seat, "the key of Quillfeather");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var review = Map.of("rating", 2, "comment", gone.name() + " was bored");
        assertThat(api.put("/api/v1/courses/" + seat + "/reviews/me", review, gone.token(), null)
                        .status())
                .isEqualTo(201);
        enrollAnother(seat, "erase-waits", true);
        enrollAnother(line, "erase-sits", false);
        assertThat(api.post("/api/v1/enrollments", Map.of("courseId", line, "waitingList", true), gone.token())
                        .text("status"))
                .isEqualTo("waiting");
        var jobs = new Jobs(api, client);
        jobs.imported(
                "enrollments",
                "learner,course_code,enrolled_at,completed_at\n%s,ERASE-PAST-1,2024-03-01T10:11:12Z,2024-05-01T10:11:12Z\n"
                        .formatted(gone.id()));
        wroteMailsAndChangedThePassword(gone);

        assertThat(stores.holding(gone.name()))
                .contains("auth.account.display_name", "email.messages", "email.recipients");
        assertThat(stores.holding(gone.address())).contains("auth.account.email", "email.messages", "email.recipients");
        assertThat(stores.holding(gone.id()))
                .contains("auth.account.id", "auth.session.account_id", "course.enrollment.learner", "email.messages");

        leave(gone);

        awaitErased(gone);
        assertThat(api.get("/api/v1/courses/" + seat).json().at("/rating/count").asInt())
                .isZero();
        assertThat(enrolled(seat)).isEqualTo(1);
        assertThat(enrolled(line)).isEqualTo(1);
        assertThat(enrolled(past)).isEqualTo(1);
        assertThat(api.get("/api/v1/enrollments?learnerId=erase-waits", client)
                        .json()
                        .at("/items/0/status")
                        .asString(""))
                .isEqualTo("active");
        assertThat(stores.query("course", "select learner from enrollment where course_id = ?::uuid", past))
                .singleElement()
                .satisfies(learner -> assertThat(learner).startsWith("erased-"));
        assertThat(stores.query("auth", "select type || ' ' || address from audit_event where actor_id = ?", gone.id()))
                .contains("DATA_EXPORTED ", "USER_DELETED ");

        // a token of the last minute, and a file of later days
        assertThat(enroll(gone, seat, "the key of Quillfeather").status()).isIn(401, 404);
        assertThat(enroll(gone, past, "another key").status()).isIn(401, 404);
        var file = jobs.imported("enrollments", "learner,course_code\n%s,ERASE-PAST-1\n".formatted(gone.id()));
        assertThat(file.json().path("refused").asInt()).as(file.body()).isEqualTo(1);
        assertNoTrace(gone);
    }

    @Test
    void factsThatComeAgainChangeNothing() {
        var gone = somebody("Brambleshanks");
        assertThat(enroll(gone, course("ERASE-AGAIN", 5), "k").status()).isEqualTo(201);
        new Mailbox(stack.addresses().ports().imap(), gone.address()).waitFor(3);
        leave(gone);
        awaitErased(gone);
        var receipts =
                SERVICES.stream().map(service -> receipt(service, gone).body()).toList();
        var mails = new Mailbox(stack.addresses().ports().imap(), gone.address())
                .read()
                .size();

        var topic = new Topic(stack.kafkaBootstrapServers(), "auth.user.v1");
        var facts = topic.read().stream()
                .filter(entry -> entry.key().equals(gone.id()))
                .toList();
        assertThat(facts).extracting(entry -> entry.headers().get("ce_type")).contains(DELETED);
        // as they were, and said anew by somebody who did not know
        facts.forEach(topic::write);
        facts.forEach(
                entry -> topic.write(entry.withHeader("ce_id", UUID.randomUUID().toString())));
        awaitNothingWaits("course");
        awaitNothingWaits("email");

        assertNoTrace(gone);
        assertThat(SERVICES.stream().map(service -> receipt(service, gone).body()))
                .isEqualTo(receipts);
        assertThat(new Mailbox(stack.addresses().ports().imap(), gone.address()).read())
                .hasSize(mails);
    }

    @Test
    void aServiceThatWasAwayErasesWhenItIsBack() {
        var gone = somebody("Tumbleweather");
        assertThat(enroll(gone, course("ERASE-AWAY", 5), "k").status()).isEqualTo(201);
        new Mailbox(stack.addresses().ports().imap(), gone.address()).waitFor(3);
        stack.stop("course");
        stack.stop("email");
        leave(gone);
        assertThat(receipt("auth", gone).status()).isEqualTo(200);
        assertThat(receipt("course", gone).status()).isGreaterThanOrEqualTo(500);
        assertThat(stores.holding(gone.address())).contains("email.messages");
        assertThat(stores.holding(gone.id())).contains("course.enrollment.learner");

        stack.restart("course");
        stack.restart("email");

        awaitErased(gone);
    }

    @Test
    void everyServiceGivesAPersonWhatItHolds() {
        var person = somebody("Featherstonehaugh");
        var course = course("ERASE-EXPORT", 5);
        assertThat(enroll(person, course, "k").status()).isEqualTo(201);
        new Mailbox(stack.addresses().ports().imap(), person.address()).waitFor(3);

        var account = export("/api/v1/users/me/export", "auth", person);
        assertThat(account.at("/account/email").asString("")).isEqualTo(person.address());
        assertThat(account.path("sessions").size()).isEqualTo(1);
        assertThat(account.path("auditEvents").toString()).contains("data-exported");
        var learner = export("/api/v1/learners/me/export", "course", person);
        assertThat(learner.at("/enrollments/0/courseId").asString("")).isEqualTo(course);
        Awaitility.await().atMost(A_MINUTE).untilAsserted(() -> {
            var mails = export("/api/v1/messages/me/export", "email", person);
            assertThat(mails.at("/recipient/displayName").asString("")).isEqualTo(person.name());
            assertThat(mails.path("messages").values())
                    .extracting(message -> message.path("template").asString(""))
                    .contains("email-verification", "welcome", "enrollment-confirmation");
            assertThat(mails.toString()).doesNotContain("token=");
        });
        assertThat(api.get("/api/v1/learners/me/export").status()).isEqualTo(401);
    }

    @Test
    void receiptsAreForAdministratorsAndThereIsNoneOfSomebodyWhoStays() {
        var person = somebody("Higginbottomly");
        for (var service : SERVICES) {
            assertThat(receipt(service, person).status()).as(service).isEqualTo(404);
            assertThat(api.get("/api/v1/admin/erasures/" + service + "/" + person.id(), person.token())
                            .status())
                    .as(service)
                    .isEqualTo(403);
        }
    }

    private Somebody somebody(String first) {
        var name = first + " Zanzibarsson";
        var address = (first + ".zanzibarsson@erasure.example.org").toLowerCase(Locale.ROOT);
        var registration = Map.of("email", address, "password", People.PASSWORD, "displayName", name, "locale", "en");
        assertThat(api.post("/api/v1/users", registration).status()).isEqualTo(202);
        var link = new Mailbox(stack.addresses().ports().imap(), address)
                .waitFor(1)
                .get(0);
        assertThat(api.post("/api/v1/email-verifications/confirmations", Map.of("token", link.token()))
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(address, "not the password of " + first).status()).isEqualTo(401);
        var token = people.logIn(address);
        return new Somebody(
                name, address, token, api.get("/api/v1/users/me", token).text("id"));
    }

    private void wroteMailsAndChangedThePassword(Somebody person) {
        var mail = Map.of(
                "to", person.address(), "template", "welcome", "variables", Map.of("displayName", person.name()));
        assertThat(api.post("/api/v1/messages", mail, client).status()).isEqualTo(202);
        var change = Map.of("currentPassword", People.PASSWORD, "newPassword", "seven otters sing at dawn");
        assertThat(api.put("/api/v1/users/me/password", change, person.token(), null)
                        .status())
                .isEqualTo(204);
        assertThat(api.post("/api/v1/password-resets", Map.of("email", person.address()))
                        .status())
                .isEqualTo(202);
        assertThat(api.get("/api/v1/users/me/export", person.token()).status()).isEqualTo(200);
        new Mailbox(stack.addresses().ports().imap(), person.address()).waitFor(5);
    }

    private void leave(Somebody person) {
        assertThat(api.delete("/api/v1/users/me", person.token(), "*").status()).isEqualTo(204);
    }

    private void awaitErased(Somebody gone) {
        Awaitility.await().atMost(A_MINUTE).untilAsserted(() -> {
            assertNoTrace(gone);
            for (var service : SERVICES) {
                var receipt = receipt(service, gone);
                assertThat(receipt.status()).as(service).isEqualTo(200);
                assertThat(receipt.text("requestedAt")).isNotEmpty();
                assertThat(receipt.text("erasedAt")).as(service).isNotEmpty();
            }
        });
    }

    private void assertNoTrace(Somebody gone) {
        assertThat(stores.holding(gone.address())).as("the address").isEmpty();
        assertThat(stores.holding(gone.name())).as("the name").isEmpty();
        assertThat(stores.holding(gone.id())).as("the id").isSubsetOf(PSEUDONYMOUS);
        assertThat(stores.query(
                        "auth", "select address from audit_event where actor_id = ? and address <> ''", gone.id()))
                .isEmpty();
    }

    private void awaitNothingWaits(String service) {
        Awaitility.await().atMost(A_MINUTE).untilAsserted(() -> assertThat(
                        api.get("/api/v1/admin/status/" + service, admin)
                                .json()
                                .path("consumers")
                                .values())
                .isNotEmpty()
                .allMatch(consumer -> consumer.path("lag").asInt(-1) == 0));
    }

    private Api.Answer receipt(String service, Somebody person) {
        return api.get("/api/v1/admin/erasures/" + service + "/" + person.id(), admin);
    }

    private JsonNode export(String path, String service, Somebody person) {
        var answer = api.get(path, person.token());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("service")).isEqualTo(service);
        assertThat(answer.text("exportedAt")).isNotEmpty();
        assertThat(answer.text("userId")).isEqualTo(person.id());
        return answer.json();
    }

    private Api.Answer enroll(Somebody person, String course, String key) {
        return api.send(api.json("/api/v1/enrollments")
                .header("Authorization", "Bearer " + person.token())
                .header("Idempotency-Key", key.replace(' ', '-'))
                .POST(Api.json(Map.of("courseId", course))));
    }

    private void enrollAnother(String course, String learner, boolean mayWait) {
        var request = Map.of("courseId", course, "learnerId", learner, "waitingList", mayWait);
        assertThat(api.post("/api/v1/enrollments", request, client).status()).isEqualTo(201);
    }

    private int enrolled(String course) {
        return api.get("/api/v1/courses/" + course).json().path("enrolled").asInt();
    }

    private String course(String code, int capacity) {
        var made = api.post("/api/v1/courses", Map.of("code", code, "title", code, "capacity", capacity), admin);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.text("id");
        assertThat(api.put("/api/v1/courses/" + id + "/publication", Map.of(), admin, null)
                        .status())
                .isEqualTo(204);
        return id;
    }
}
