package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Course and email hear within seconds whose tokens auth has taken back. It promises a minute; a second or two is what it
 * takes.
 */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class DenyListIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(60);

    private static final String COURSE = "/api/v1/enrollments";
    private static final String COURSE_PUBLIC = "/api/v1/courses";
    private static final String COURSE_ADMIN = "/api/v1/admin/status/course";
    /** For administrators; everybody else is 403, who is known. */
    private static final String EMAIL = "/api/v1/messages";

    private static final String EMAIL_ADMIN = "/api/v1/admin/status/email";

    private final LocalStack stack;
    private final Api api;
    private final People people;

    DenyListIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
    }

    @Test
    void whoLogsOutIsOutEverywhereAndComesInAgainAtOnce() {
        var address = "ada.denied@example.org";
        var ada = people.join(address);
        isGood(ada);

        logOut(ada);
        isRefusedSoon(ada);
        isGood(people.logIn(address));
    }

    @Test
    void aSessionThatIsEndedFromAnotherDeviceIsOutAndTheOtherStays() {
        var address = "ida.denied@example.org";
        var lost = people.join(address);
        var own = people.logIn(address);
        isGood(lost);

        var sessions = api.get("/api/v1/users/me/sessions", own).json().path("items");
        var other = StreamSupport.stream(sessions.spliterator(), false)
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(api.delete("/api/v1/users/me/sessions/" + other.path("id").asString(), own, null)
                        .status())
                .isEqualTo(204);
        isRefusedSoon(lost);
        isGood(own);
    }

    @Test
    void whoIsNoAdministratorAnyMoreReadsNoMessages() {
        var address = "mallory.denied@example.org";
        people.grant(people.join(address), "learner", "admin");
        var mallory = people.logIn(address);
        assertThat(api.get(EMAIL, mallory).status()).isEqualTo(200);
        assertThat(api.get(COURSE_ADMIN, mallory).status()).isEqualTo(200);

        people.grant(mallory, "learner");
        isRefusedSoon(mallory);
        isGood(people.logIn(address));
    }

    @Test
    void aRoleThatIsGivenTakesNoToken() {
        var address = "vera.denied@example.org";
        var before = people.join(address);
        people.grant(before, "learner", "instructor");
        var after = people.logIn(address);
        logOut(people.logIn(address));
        isGood(before);
        isGood(after);
    }

    @Test
    void whoIsDeletedIsGone() {
        var grace = people.join("grace.denied@example.org");
        isGood(grace);
        assertThat(api.delete("/api/v1/users/me", grace, "*").status()).isEqualTo(204);
        isRefusedSoon(grace);
    }

    @Test
    void aRestartGivesNoTokenAnotherChance() {
        var address = "rita.denied@example.org";
        var before = people.join(address);
        var meanwhile = people.logIn(address);
        logOut(before);
        isRefusedSoon(before);

        stack.stop("course");
        logOut(meanwhile);
        stack.restart("course");
        isRefused(COURSE, before);
        isRefused(COURSE, meanwhile);
        isGood(people.logIn(address));
    }

    @Test
    void withoutKafkaServicesGoOnAndHearOfItOnceItIsBack() {
        var address = "otto.denied@example.org";
        var otto = people.join(address);
        var admin = people.admin();
        stack.kill("kafka");
        try {
            logOut(otto);
            isGood(otto);
            Awaitility.await().atMost(AFTER_AN_OUTAGE).until(() -> lag(COURSE_ADMIN, admin) > 5);
        } finally {
            stack.restart("kafka");
        }
        Awaitility.await().atMost(AFTER_AN_OUTAGE).untilAsserted(() -> isRefused(COURSE, otto));
        Awaitility.await().atMost(AFTER_AN_OUTAGE).untilAsserted(() -> isRefused(EMAIL, otto));
        isGood(people.logIn(address));
    }

    @Test
    void administratorsSeeHowWellAServiceKnows() {
        logOut(people.join("lin.denied@example.org"));
        var admin = people.admin();
        for (var service : new String[] {COURSE_ADMIN, EMAIL_ADMIN}) {
            Awaitility.await().atMost(SOON).untilAsserted(() -> {
                var list = api.get(service, admin).json().path("denyList");
                assertThat(list.path("entries").asInt()).isPositive();
                assertThat(list.path("lagSeconds").asDouble(Double.NaN)).isBetween(0.0, 5.0);
                assertThat(list.path("skipped").asInt(-1)).isZero();
            });
        }
    }

    private void logOut(String token) {
        assertThat(api.delete("/api/v1/sessions/current", token, null).status()).isEqualTo(204);
    }

    private void isGood(String token) {
        assertThat(api.get(COURSE, token).status()).isEqualTo(200);
        assertThat(api.get(COURSE_PUBLIC, token).status()).isEqualTo(200);
        assertThat(api.get(EMAIL, token).status()).isEqualTo(403);
    }

    private void isRefusedSoon(String token) {
        for (var path : new String[] {COURSE, COURSE_PUBLIC, EMAIL}) {
            Awaitility.await().atMost(SOON).untilAsserted(() -> isRefused(path, token));
        }
    }

    private void isRefused(String path, String token) {
        var refused = api.get(path, token);
        assertThat(refused.status()).as(path).isEqualTo(401);
        assertThat(refused.problem()).isEqualTo("invalid-access-token");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private double lag(String status, String token) {
        return api.get(status, token).json().path("denyList").path("lagSeconds").asDouble(0);
    }
}
