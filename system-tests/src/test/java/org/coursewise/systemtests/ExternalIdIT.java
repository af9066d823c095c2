package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account takes over the history of the imported learner of its external id, whichever of the two comes first. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExternalIdIT {

    private final Api api;
    private final People people;
    private final Administration admin;
    private final Jobs jobs;
    private final String client;

    ExternalIdIT(LocalStack stack) {
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = new Administration(stack);
        this.client = people.client("catalog:write", "learning:write");
        this.jobs = new Jobs(api, client);
        jobs.imported("courses", """
                code,title,capacity
                EXT-2,Second of outsiders,
                EXT-3,Third of outsiders,
                """);
    }

    @Test
    void whatWasImportedBeforeTheLinkBecomesTheAccounts() {
        jobs.imported("enrollments", """
                learner,course_code,enrolled_at,completed_at
                before,EXT-2,2026-01-01,2026-02-01
                before,EXT-3,2026-01-01,
                """);
        var learners = enrolled("EXT-2");
        var ada = people.join("before.external@example.org");
        assertThat(mine(ada)).isEmpty();
        link("before.external@example.org", "before");
        Awaitility.await().untilAsserted(() -> assertThat(mine(ada))
                .containsExactlyInAnyOrderEntriesOf(Map.of("EXT-2", "completed", "EXT-3", "active")));
        assertThat(enrolled("EXT-2")).isEqualTo(learners);
        var recommended = api.get("/api/v1/learners/me/recommendations?limit=50", ada);
        assertThat(recommended.status()).isEqualTo(200);
        assertThat(recommended.body()).doesNotContain(id("EXT-2")).doesNotContain(id("EXT-3"));
        assertThat(api.get("/api/v1/enrollments?learnerId=before", client)
                        .json()
                        .path("items"))
                .as("the outside id means the account from now on")
                .hasSize(2);
    }

    @Test
    void whatIsImportedAfterTheLinkComesToTheAccount() {
        var bob = people.join("after.external@example.org");
        link("after.external@example.org", "after");
        Awaitility.await().untilAsserted(() -> {
            jobs.imported("enrollments", "learner,course_code\nafter,EXT-3\n");
            assertThat(mine(bob)).containsExactlyEntriesOf(Map.of("EXT-3", "active"));
        });
        var csv = "learner,course_code,enrolled_at\nafter,EXT-2,2026-01-01\n";
        jobs.imported("enrollments", csv);
        assertThat(mine(bob))
                .as("now that the link is known")
                .containsExactlyInAnyOrderEntriesOf(Map.of("EXT-3", "active", "EXT-2", "active"));
        var learners = enrolled("EXT-2");
        jobs.imported("enrollments", csv);
        assertThat(enrolled("EXT-2")).isEqualTo(learners);
    }

    @Test
    void ofACourseThatBothHaveTheAccountsOwnStaysAndTheSeatOfTheOtherIsFree() {
        var cleo = people.join("both.external@example.org");
        var dora = people.join("waiting.external@example.org");
        jobs.imported("courses", "code,title,capacity\nEXT-4,Fourth of outsiders,2\n");
        enrol(cleo, "EXT-4");
        var own = api.get("/api/v1/enrollments", cleo)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        jobs.imported("enrollments", "learner,course_code,completed_at\nboth,EXT-4,2026-02-01\n");
        assertThat(enrolled("EXT-4")).isEqualTo(2);
        enrol(dora, "EXT-4");
        assertThat(mine(dora)).containsExactlyEntriesOf(Map.of("EXT-4", "waiting"));

        link("both.external@example.org", "both");
        Awaitility.await()
                .untilAsserted(() -> assertThat(mine(dora)).containsExactlyEntriesOf(Map.of("EXT-4", "active")));
        var items = api.get("/api/v1/enrollments", cleo).json().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("id").asString()).isEqualTo(own);
        assertThat(items.get(0).path("status").asString()).isEqualTo("completed");
        assertThat(items.get(0).path("enrolledAt").asString())
                .as("not after it was completed")
                .isEqualTo("2026-02-01T00:00:00Z");
        assertThat(enrolled("EXT-4")).isEqualTo(2);
    }

    @Test
    void aLinkThatComesWithAFileOfUsersCountsToo() {
        jobs.imported("enrollments", "learner,course_code\nfile,EXT-3\n");
        admin.usersImported("email,externalId,passwordHash\nfile.external@example.org,file,"
                + "$2b$06$abcdefghijklmnopqrstuu10cNU3mXRamSUZYs8I8M/Szu..qXq5K\n");
        var eve = people.logIn("file.external@example.org");
        Awaitility.await()
                .untilAsserted(() -> assertThat(mine(eve)).containsExactlyEntriesOf(Map.of("EXT-3", "active")));
    }

    @Test
    void anOutsideIdIsOneAccountsAndCanBeGivenToAnother() {
        people.join("first.external@example.org");
        var fay = people.join("second.external@example.org");
        var first = link("first.external@example.org", "moving");
        var second = admin.idOf("second.external@example.org");
        assertThat(admin.linkTo(second, "moving").status()).isEqualTo(409);
        assertThat(admin.linkTo(second, "moving").problem()).isEqualTo("external-id-taken");
        assertThat(admin.linkTo(first, "").status()).isEqualTo(204);
        assertThat(admin.user(first).json().path("externalId").isNull()).isTrue();
        assertThat(admin.linkTo(second, "moving").status()).isEqualTo(204);
        assertThat(api.get("/api/v1/users/me", fay).text("externalId")).isEqualTo("moving");
        Awaitility.await().untilAsserted(() -> {
            jobs.imported("enrollments", "learner,course_code\nmoving,EXT-2\n");
            assertThat(mine(fay)).containsExactlyEntriesOf(Map.of("EXT-2", "active"));
        });
        assertThat(admin.audit("type=external-id-changed&subject=" + first)
                        .json()
                        .path("items"))
                .extracting(entry -> entry.path("details").path("externalId").asString())
                .containsExactly("removed", "set");
        for (var bad : List.of(" ", "x".repeat(201), "a\nb")) {
            assertThat(admin.linkTo(first, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(api.put(Administration.USERS + second + "/external-id", Map.of(), admin.token(), null)
                        .status())
                .isEqualTo(400);
        assertThat(api.put(Administration.USERS + second + "/external-id", Map.of("externalId", "x"), fay, null)
                        .status())
                .isEqualTo(403);
    }

    private String link(String address, String externalId) {
        var id = admin.idOf(address);
        var linked = admin.linkTo(id, externalId);
        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
        return id;
    }

    private void enrol(String token, String code) {
        var answer = api.post("/api/v1/enrollments", Map.of("courseId", id(code), "waitingList", true), token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** The status of each of somebody's enrolments, by the course's code. */
    private Map<String, String> mine(String token) {
        var codes = Set.of("EXT-2", "EXT-3", "EXT-4").stream()
                .filter(code -> !api.get("/api/v1/courses?q=" + code)
                        .json()
                        .path("items")
                        .isEmpty())
                .collect(Collectors.toMap(this::id, code -> code));
        return api.get("/api/v1/enrollments", token)
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        item -> codes.getOrDefault(item.path("courseId").asString(), "?"),
                        item -> item.path("status").asString()));
    }

    private String id(String code) {
        return api.get("/api/v1/courses?q=" + code)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private int enrolled(String code) {
        return api.get("/api/v1/courses/" + id(code)).json().path("enrolled").asInt();
    }
}
