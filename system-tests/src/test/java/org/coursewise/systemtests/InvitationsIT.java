package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are enrolled by mail address, before they register too; nobody learns by it who has an account. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class InvitationsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final Stores stores;
    private final String admin;
    private final String teacher;
    private final EnrolledCourses courses;

    InvitationsIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.stores = new Stores(stack);
        this.admin = people.admin();
        people.grant(people.join("teacher.invitations@example.org"), "learner", "instructor");
        this.teacher = people.logIn("teacher.invitations@example.org");
        this.courses = new EnrolledCourses(api, teacher);
    }

    @Test
    void theKnownIsEnrolledAtOnceTheOtherOnceTheyCameAndNobodyIsToldWhichIsWhich() {
        var known = "known.invitations@example.org";
        var later = "later.invitations@example.org";
        var token = people.join(known);
        var course = courses.published("INVITE-1", "By invitation", Map.of());
        var answer = invite(course, List.of(known, later, "no address", "KNOWN.invitations@Example.ORG"));
        assertThat(answer.json().path("items").valueStream().map(item -> item.path("status")
                        .asString()))
                .containsExactly("accepted", "accepted", "invalid", "accepted");
        awaitEnrolled(token, course, "active");
        new Mailbox(stack.addresses().ports().imap(), known).waitFor("You are enrolled in By invitation");

        var listed = list(course, "");
        assertThat(listed.json().path("items").size()).isEqualTo(2);
        assertThat(listed.json().path("items").valueStream().map(item -> item.path("email")
                        .asString()))
                .containsExactlyInAnyOrder(known, later);
        assertThat(listed.json().path("items").valueStream().map(item -> item.path("state")
                        .asString()))
                .containsOnly("open");
        assertThat(stores.holding(later)).as("what is at rest").isEmpty();

        awaitEnrolled(people.join(later), course, "active");
        new Mailbox(stack.addresses().ports().imap(), later).waitFor("You are enrolled in By invitation");
        assertThat(roster(course)).hasSize(2);
        // once more is not once more
        invite(course, List.of(known, later));
        assertThat(list(course, "?state=open").json().path("items").size()).isEqualTo(2);
        assertThat(list(course, "?state=taken").problem()).isEqualTo("invalid-input");
    }

    @Test
    void whoHasNotVerifiedTheAddressTakesNothingByIt() {
        var unverified = "unverified.invitations@example.org";
        assertThat(api.register(unverified, People.PASSWORD, "en").status()).isEqualTo(202);
        var mail = new Mailbox(stack.addresses().ports().imap(), unverified)
                .waitFor(1)
                .get(0);
        var course = courses.published("INVITE-2", "Only who has shown it", Map.of());
        invite(course, List.of(unverified));
        // invitations are looked at in their order
        var witness = people.join("witness.invitations@example.org");
        invite(course, List.of("witness.invitations@example.org"));
        awaitEnrolled(witness, course, "active");
        assertThat(roster(course)).hasSize(1);

        assertThat(api.post("/api/v1/email-verifications/confirmations", Map.of("token", mail.token()))
                        .status())
                .isEqualTo(204);
        awaitEnrolled(people.logIn(unverified), course, "active");
    }

    @Test
    void seatsCountInTheMomentOfTheEnrolment() {
        var first = people.join("first.invitations@example.org");
        var second = people.join("second.invitations@example.org");
        var third = people.join("third.invitations@example.org");
        var course = courses.draft("INVITE-3", "One seat", Map.of("capacity", 1));
        invite(course, List.of("first.invitations@example.org"));
        assertThat(roster(course)).isEmpty();
        courses.publish(course);
        awaitEnrolled(first, course, "active");
        invite(course, List.of("second.invitations@example.org"));
        awaitEnrolled(second, course, "waiting");

        var path = "/api/v1/courses/" + course + "/invitations";
        var body = Map.of("emails", List.of("third.invitations@example.org"), "waitingList", false);
        assertThat(api.post(path, body, teacher).status()).isEqualTo(202);
        var etag = api.get("/api/v1/courses/" + course).header("ETag");
        assertThat(api.patch("/api/v1/courses/" + course, Map.of("capacity", 3), teacher, etag)
                        .status())
                .isEqualTo(200);
        awaitEnrolled(second, course, "active");
        awaitEnrolled(third, course, "active");
    }

    @Test
    void whatIsWithdrawnOrExpiredNobodyTakes() {
        var withdrawn = courses.published("INVITE-4", "Withdrawn", Map.of());
        var expired = courses.published("INVITE-5", "Expired", Map.of());
        var open = courses.published("INVITE-6", "Open", Map.of());
        var address = "three.invitations@example.org";
        List.of(withdrawn, expired, open).forEach(course -> invite(course, List.of(address)));
        var id = list(withdrawn, "").json().at("/items/0/id").asString();
        people.grant(people.join("colleague.invitations@example.org"), "learner", "instructor");
        var colleague = people.logIn("colleague.invitations@example.org");
        assertThat(api.delete("/api/v1/invitations/" + id, colleague, null).status())
                .isEqualTo(404);
        assertThat(api.delete("/api/v1/invitations/" + id, teacher, null).status())
                .isEqualTo(204);
        stores.query(
                "course",
                "update invitation set expires_at = now() where course_id = ?::uuid returning id::text",
                expired);

        awaitEnrolled(people.join(address), open, "active");
        assertThat(roster(withdrawn)).isEmpty();
        assertThat(roster(expired)).isEmpty();
        assertThat(list(withdrawn, "?state=open").json().path("items").size()).isZero();
        assertThat(list(withdrawn, "?state=withdrawn")
                        .json()
                        .at("/items/0/email")
                        .isNull())
                .isTrue();
        assertThat(list(expired, "").json().at("/items/0/state").asString()).isEqualTo("expired");
        assertThat(list(expired, "").json().at("/items/0/email").isNull()).isTrue();
    }

    @Test
    void anInvitationFollowsTheAddressAndNotTheAccount() {
        var token = people.join("old.invitations@example.org");
        var user = "/api/v1/admin/users/" + api.get("/api/v1/users/me", token).text("id");
        var moved = Map.of("email", "new.invitations@example.org");
        assertThat(api.patch(user, moved, admin, api.get(user, admin).header("ETag"))
                        .status())
                .isEqualTo(200);
        var toOld = courses.published("INVITE-7", "To the old address", Map.of());
        var toNew = courses.published("INVITE-8", "To the new address", Map.of());
        invite(toOld, List.of("old.invitations@example.org"));
        invite(toNew, List.of("new.invitations@example.org"));
        awaitEnrolled(people.logIn("new.invitations@example.org"), toNew, "active");
        assertThat(roster(toOld)).isEmpty();
    }

    @Test
    void aPersonIsGivenWhatIsKeptOfThemAndItIsGoneWhenTheyGo() {
        var address = "leaves.invitations@example.org";
        var token = people.join(address);
        var id = api.get("/api/v1/users/me", token).text("id");
        var course = courses.published("INVITE-9", "Left", Map.of());
        invite(course, List.of(address));
        awaitEnrolled(token, course, "active");
        var export = api.get("/api/v1/learners/me/export", token);
        assertThat(export.json().at("/invitations/0/courseId").asString("")).isEqualTo(course);
        assertThat(export.text("addressVerifiedAt")).isNotBlank();

        assertThat(api.delete("/api/v1/users/me", token, "*").status()).isEqualTo(204);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(stores.query("course", "select user_id from verified_address where user_id = ?", id))
                    .isEmpty();
            assertThat(stores.query("course", "select id::text from invitation where course_id = ?::uuid", course))
                    .isEmpty();
        });
    }

    @Test
    void aThousandAreInvitedAtOnceAndNoMore() {
        var course = courses.draft("INVITE-10", "Many", Map.of());
        var path = "/api/v1/courses/" + course + "/invitations";
        var many = IntStream.range(0, 1_000)
                .mapToObj("many.%d.invitations@example.org"::formatted)
                .toList();
        assertThat(invite(course, many).json().path("items").size()).isEqualTo(1_000);
        var page = api.get(path + "?limit=200", teacher);
        assertThat(page.json().path("items").size()).isEqualTo(200);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        var tooMany = IntStream.range(0, 1_001).mapToObj(i -> "a@example.org").toList();
        assertThat(api.post(path, Map.of("emails", tooMany), teacher).problem()).isEqualTo("invalid-input");
        assertThat(api.post(path, Map.of("emails", List.of()), teacher).problem())
                .isEqualTo("invalid-input");
    }

    private Api.Answer invite(String course, List<String> emails) {
        var answer = api.post("/api/v1/courses/" + course + "/invitations", Map.of("emails", emails), teacher);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private Api.Answer list(String course, String query) {
        return api.get("/api/v1/courses/" + course + "/invitations" + query, teacher);
    }

    private List<String> roster(String course) {
        return api.get("/api/v1/courses/" + course + "/enrollments", teacher)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("learnerId").asString())
                .toList();
    }

    private void awaitEnrolled(String token, String course, String status) {
        Awaitility.await("enrolled as " + status).atMost(SOON).untilAsserted(() -> assertThat(
                        api.get("/api/v1/enrollments", token)
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(item -> item.path("courseId").asString().equals(course))
                                .map(item -> item.path("status").asString()))
                .containsExactly(status));
    }
}
