package org.coursewise.auth.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.postgres.OutboxEvents;
import org.jspecify.annotations.Nullable;

/** Facts about users, said in the transaction that makes them true ({@code auth.user.v1}). */
@ApplicationScoped
public class UserFacts {

    private static final String TOPIC = "auth.user.v1";
    private static final String TYPE = "org.coursewise.auth.user.";

    /** A user as the other services know them. */
    /** @param externalId null where imported enrolments do not know them */
    record User(
            String userId,
            String email,
            String displayName,
            String locale,
            @Nullable String externalId) {}

    /** @param imported true for who came with a file, active and confirmed; else absent */
    record Registered(
            String userId,
            String email,
            String displayName,
            String locale,
            List<String> roles,
            @Nullable String externalId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean imported) {}

    record RolesChanged(String userId, List<String> roles) {}

    record Locked(String userId) {}

    record Unlocked(String userId) {}

    record Deleted(String userId) {}

    record SessionsEnded(String userId, List<String> sessionIds) {}

    @Inject
    OutboxEvents events;

    public void registered(Account account) {
        say(account.id(), "registered", registered(KnownUser.of(account), roles(account), null));
    }

    /** People came with a file, with these roles: nothing is to be confirmed, and nobody is welcomed. */
    public void imported(Map<KnownUser, List<String>> roles) {
        var facts = new LinkedHashMap<String, Registered>();
        roles.forEach((user, held) -> facts.put(user.id().toString(), registered(user, held, true)));
        events.append(TOPIC, TYPE + "registered", facts);
    }

    private static Registered registered(KnownUser user, List<String> roles, @Nullable Boolean imported) {
        return new Registered(
                user.id().toString(),
                user.email().value(),
                user.profile().displayName(),
                user.profile().locale(),
                roles,
                user.externalId(),
                imported);
    }

    public void verified(Account account) {
        say(account.id(), "verified", user(KnownUser.of(account)));
    }

    public void updated(Account account) {
        updated(KnownUser.of(account));
    }

    public void updated(KnownUser user) {
        say(user.id(), "updated", user(user));
    }

    public void rolesChanged(Account account) {
        say(account.id(), "roles-changed", new RolesChanged(account.id().toString(), roles(account)));
    }

    public void locked(UserId user) {
        say(user, "locked", new Locked(user.toString()));
    }

    public void unlocked(UserId user) {
        say(user, "unlocked", new Unlocked(user.toString()));
    }

    public void deleted(UserId user) {
        say(user, "deleted", new Deleted(user.toString()));
    }

    public void sessionsEnded(UserId user, List<UUID> sessions) {
        say(
                user,
                "sessions-ended",
                new SessionsEnded(
                        user.toString(), sessions.stream().map(UUID::toString).toList()));
    }

    private void say(UserId user, String fact, Object data) {
        events.append(TOPIC, TYPE + fact, user.toString(), data);
    }

    private static User user(KnownUser user) {
        return new User(
                user.id().toString(),
                user.email().value(),
                user.profile().displayName(),
                user.profile().locale(),
                user.externalId());
    }

    private static List<String> roles(Account account) {
        return account.roles().stream().map(Role::wireName).sorted().toList();
    }
}
