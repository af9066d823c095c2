package org.coursewise.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coursewise.localstack.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Administrators change, lock and delete accounts and end sessions, and nobody else does. */
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdministrationIT {

    private static final String NEW_PASSWORD = "seven otters sing at dawn";

    private final LocalStack stack;
    private final Api api;
    private final People people;
    private final Administration admin;

    AdministrationIT(LocalStack stack) {
        this.stack = stack;
        this.api = new Api(stack.addresses().api());
        this.people = new People(stack);
        this.admin = new Administration(stack);
    }

    @Test
    void whoIsLockedIsOutUntilUnlockedWhateverTheMailboxSays() {
        var address = "locked.administration@example.org";
        people.join(address);
        var id = admin.idOf(address);
        var pair = api.logIn(address, People.PASSWORD);

        assertThat(admin.lock(id).status()).isEqualTo(204);
        assertThat(admin.lock(id).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/users/me", pair.text("accessToken")).status())
                .isEqualTo(401);
        assertThat(api.post("/api/v1/tokens/refresh", Map.of("refreshToken", pair.text("refreshToken")))
                        .problem())
                .isEqualTo("invalid-refresh-token");
        assertThat(api.logIn(address, People.PASSWORD).status()).isEqualTo(403);
        assertThat(api.logIn(address, People.PASSWORD).problem()).isEqualTo("account-locked");
        assertThat(api.logIn(address, "not the password").problem()).isEqualTo("invalid-credentials");
        assertThat(api.get("/api/v1/admin/users?status=locked&query=" + address, admin.token())
                        .json()
                        .path("items"))
                .hasSize(1);

        api.post("/api/v1/password-resets", Map.of("email", address));
        var reset = lastMail(address, 3).token();
        assertThat(api.post(
                                "/api/v1/password-resets/confirmations",
                                Map.of("token", reset, "newPassword", NEW_PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(address, NEW_PASSWORD).problem()).isEqualTo("account-locked");

        assertThat(admin.unlock(id).status()).isEqualTo(204);
        assertThat(api.logIn(address, NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(types(id)).contains("locked", "unlocked").containsOnlyOnce("locked");
    }

    @Test
    void anAccountThatWaitedForConfirmationWaitsAgainAfterItsLock() {
        var address = "pending.administration@example.org";
        api.register(address, People.PASSWORD, "en");
        var id = admin.idOf(address);
        admin.lock(id);
        assertThat(admin.user(id).text("status")).isEqualTo("locked");
        admin.unlock(id);
        assertThat(admin.user(id).text("status")).isEqualTo("pending");
        assertThat(api.logIn(address, People.PASSWORD).problem()).isEqualTo("verification-required");
    }

    @Test
    void theLastAdministratorCanNeitherBeLockedNorDeleted() {
        var last = api.get("/api/v1/users/me", people.onlyAdmin()).text("id");
        assertThat(admin.lock(last).problem()).isEqualTo("last-admin");
        assertThat(api.delete(Administration.USERS + last, admin.token(), "*").problem())
                .isEqualTo("last-admin");

        var address = "second.administration@example.org";
        var second = people.join(address);
        people.grant(second, "admin", "learner");
        var id = admin.idOf(address);
        assertThat(admin.lock(id).status()).isEqualTo(204);
        assertThat(admin.lock(last).problem()).isEqualTo("last-admin");
        assertThat(api.delete(Administration.USERS + id, admin.token(), "*").status())
                .isEqualTo(204);
        assertThat(admin.user(last).text("status")).isEqualTo("active");
    }

    @Test
    void anAddressThatAnAdministratorSetsCounts() {
        var address = "before.administration@example.org";
        api.register(address, People.PASSWORD, "en");
        var link = lastMail(address, 1).token();
        var id = admin.idOf(address);
        var path = Administration.USERS + id;
        var before = admin.user(id);

        var changed = api.patch(
                path,
                Map.of("email", "after.administration@example.org", "displayName", " Ada King ", "locale", "de-at"),
                admin.token(),
                before.header("ETag"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(List.of(changed.text("email"), changed.text("displayName"), changed.text("locale")))
                .containsExactly("after.administration@example.org", "Ada King", "de-AT");
        assertThat(changed.text("status")).isEqualTo("active");
        assertThat(changed.json().path("verified").asBoolean()).isTrue();
        assertThat(changed.header("ETag"))
                .isNotEqualTo(before.header("ETag"))
                .isEqualTo(admin.user(id).header("ETag"));
        assertThat(api.logIn(address, People.PASSWORD).status()).isEqualTo(401);
        assertThat(api.logIn("after.administration@example.org", People.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/api/v1/email-verifications/confirmations", Map.of("token", link))
                        .problem())
                .isEqualTo("invalid-token");
        var entry = admin.audit("type=user-changed&subject=" + id).json().path("items");
        assertThat(entry).hasSize(1);
        assertThat(entry.get(0).path("details").toString()).isEqualTo("{\"fields\":\"displayName email locale\"}");
    }

    @Test
    void aChangeMeansTheStateThatWasReadAndNothingThatHasAPathOfItsOwn() {
        var address = "patched.administration@example.org";
        people.join(address);
        var id = admin.idOf(address);
        var path = Administration.USERS + id;
        assertThat(api.patch(path, Map.of("displayName", "X"), admin.token(), "\"u99\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.send(api.json(path)
                                .header("Authorization", "Bearer " + admin.token())
                                .method("PATCH", Api.json(Map.of("displayName", "X"))))
                        .status())
                .isEqualTo(428);
        assertThat(api.delete(path, admin.token(), null).status()).isEqualTo(428);
        for (var field : List.of("roles", "status", "verified", "id", "externalId", "passwordHash")) {
            assertThat(api.patch(path, Map.of(field, "admin"), admin.token(), "*")
                            .status())
                    .as(field)
                    .isEqualTo(400);
        }
        people.join("taken.administration@example.org");
        assertThat(api.patch(path, Map.of("email", "Taken.Administration@example.org"), admin.token(), "*")
                        .problem())
                .isEqualTo("address-taken");
        assertThat(api.patch(path, Map.of("email", "no address"), admin.token(), "*")
                        .status())
                .isEqualTo(400);
        assertThat(admin.audit("type=user-changed&subject=" + id).json().path("items"))
                .isEmpty();
    }

    @Test
    void whoIsDeletedIsGone() {
        var address = "deleted.administration@example.org";
        var token = people.join(address);
        var id = admin.idOf(address);
        var etag = admin.user(id).header("ETag");
        assertThat(api.delete(Administration.USERS + id, admin.token(), etag).status())
                .isEqualTo(204);
        assertThat(admin.user(id).status()).isEqualTo(404);
        assertThat(api.delete(Administration.USERS + id, admin.token(), etag).status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/users/me", token).status()).isEqualTo(401);
        assertThat(api.logIn(address, People.PASSWORD).status()).isEqualTo(401);
        assertThat(types(id)).contains("user-deleted");
    }

    @Test
    void sessionsAreListedAndAllEndedAtOnce() {
        var address = "sessions.administration@example.org";
        var first = people.join(address);
        var second = people.logIn(address);
        var path = Administration.USERS + admin.idOf(address) + "/sessions";
        var sessions = api.get(path, admin.token()).json().path("items");
        assertThat(sessions).hasSize(2).noneMatch(session -> session.path("current")
                .asBoolean());
        assertThat(sessions).allMatch(session -> session.has("device") && session.has("lastUsedAt"));
        assertThat(api.delete(path, admin.token(), null).status()).isEqualTo(204);
        assertThat(api.get(path, admin.token()).json().path("items")).isEmpty();
        for (var token : List.of(first, second)) {
            assertThat(api.get("/api/v1/users/me", token).status()).isEqualTo(401);
        }
        assertThat(types(admin.idOf(address))).contains("session-ended");
        assertThat(people.logIn(address)).isNotEmpty();
    }

    @Test
    void changedRolesAreInTheTrailAsTheyWereAndAre() {
        var address = "roles.administration@example.org";
        people.grant(people.join(address), "instructor", "learner");
        var entries = admin.audit("type=roles-changed&subject=" + admin.idOf(address))
                .json()
                .path("items");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("details").path("old").asString()).isEqualTo("learner");
        assertThat(entries.get(0).path("details").path("new").asString()).isEqualTo("instructor learner");
    }

    @Test
    void whoCameIsCountedByDay() {
        var path = "/api/v1/admin/user-stats";
        var before = api.get(path, admin.token()).json();
        assertThat(before.path("byDay")).hasSize(30);
        var address = "counted.administration@example.org";
        api.register(address, People.PASSWORD, "en");
        admin.idOf(address);
        people.join("confirmed.administration@example.org");
        var after = api.get(path, admin.token()).json();
        assertThat(sum(after, "registered") - sum(before, "registered")).isEqualTo(2);
        assertThat(sum(after, "verified") - sum(before, "verified")).isEqualTo(1);
        assertThat(after.path("byDay").get(29).path("day")).isEqualTo(after.path("to"));

        var none = api.get(path + "?from=2003-02-01&to=2003-02-02", admin.token());
        assertThat(none.body())
                .isEqualTo("{\"from\":\"2003-02-01\",\"to\":\"2003-02-02\",\"byDay\":["
                        + "{\"day\":\"2003-02-01\",\"registered\":0,\"verified\":0},"
                        + "{\"day\":\"2003-02-02\",\"registered\":0,\"verified\":0}]}");
        for (var query : List.of("?from=x", "?from=2003-01-01&to=2004-01-02", "?from=2003-02-02&to=2003-02-01")) {
            assertThat(api.get(path + query, admin.token()).problem()).as(query).isEqualTo("invalid-input");
        }
    }

    private static long sum(JsonNode stats, String field) {
        return stats.path("byDay")
                .valueStream()
                .mapToLong(day -> day.path(field).asLong())
                .sum();
    }

    @Test
    void nobodyElseAdministers() {
        var address = "nobody.administration@example.org";
        var token = people.join(address);
        var path = Administration.USERS + admin.idOf(address);
        assertThat(api.put(path + "/lock", Map.of(), token, null).status()).isEqualTo(403);
        assertThat(api.delete(path + "/lock", token, null).status()).isEqualTo(403);
        assertThat(api.patch(path, Map.of("displayName", "X"), token, "*").status())
                .isEqualTo(403);
        assertThat(api.delete(path, token, "*").status()).isEqualTo(403);
        assertThat(api.get(path + "/sessions", token).status()).isEqualTo(403);
        assertThat(api.delete(path + "/sessions", token, null).status()).isEqualTo(403);
        assertThat(api.get(Administration.AUDIT, token).status()).isEqualTo(403);
        var unknown = Administration.USERS + "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11";
        assertThat(api.delete(unknown + "/lock", admin.token(), null).status()).isEqualTo(404);
        assertThat(api.get(unknown + "/sessions", admin.token()).status()).isEqualTo(404);
    }

    private List<String> types(String subject) {
        return admin.audit("limit=200&subject=" + subject)
                .json()
                .path("items")
                .valueStream()
                .map((JsonNode entry) -> entry.path("type").asString())
                .toList();
    }

    private Mailbox.Mail lastMail(String address, int mails) {
        var all = new Mailbox(stack.addresses().ports().imap(), address).waitFor(mails);
        return all.get(all.size() - 1);
    }
}
