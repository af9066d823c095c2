package org.coursewise.auth.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.coursewise.auth.account.Account;
import org.coursewise.auth.account.Role;
import org.coursewise.auth.account.UserId;
import org.coursewise.postgres.OutboxEvents;

/** Facts about users, said in the transaction that makes them true ({@code auth.user.v1}). */
@ApplicationScoped
public class UserFacts {

    private static final String TOPIC = "auth.user.v1";
    private static final String TYPE = "org.coursewise.auth.user.";

    /** A user as the other services know them. */
    record User(String userId, String email, String displayName, String locale) {}

    record Registered(String userId, String email, String displayName, String locale, List<String> roles) {}

    record RolesChanged(String userId, List<String> roles) {}

    record Locked(String userId) {}

    record Unlocked(String userId) {}

    record Deleted(String userId) {}

    record SessionsEnded(String userId, List<String> sessionIds) {}

    @Inject
    OutboxEvents events;

    public void registered(Account account) {
        say(
                account.id(),
                "registered",
                new Registered(
                        account.id().toString(),
                        account.email().value(),
                        account.profile().displayName(),
                        account.profile().locale(),
                        roles(account)));
    }

    public void verified(Account account) {
        say(account.id(), "verified", user(account));
    }

    public void updated(Account account) {
        say(account.id(), "updated", user(account));
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

    private static User user(Account account) {
        return new User(
                account.id().toString(),
                account.email().value(),
                account.profile().displayName(),
                account.profile().locale());
    }

    private static List<String> roles(Account account) {
        return account.roles().stream().map(Role::wireName).sorted().toList();
    }
}
