package org.coursewise.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.coursewise.rest.caller.AccessToken;
import org.coursewise.rest.caller.Revocations;
import org.jspecify.annotations.Nullable;

/**
 * What auth has told that makes access tokens bad which have not expired. A fact is kept for as long as a token can be good
 * that was issued before it, and no longer: the list holds the facts of some minutes, whoever else there is.
 *
 * <p>A token says in whole seconds when it was issued, so its time alone does not tell whether that was before a fact of
 * the same second. Sessions do: one that has ended never comes back, and whatever takes a person's tokens ends the
 * sessions too. Times only decide where no session says it, and then so that a token of the same second passes when what
 * it claims is true.
 *
 * <p>One thread writes, any may ask.
 */
final class DenyList implements Revocations {

    /** How long a server takes a token that has expired ({@code clockSkew} in tokens.xml). */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    /** For auth's clocks and ours. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** A token is signed a moment after the roles are read, perhaps by a replica of auth whose clock is ahead. */
    private static final Duration SIGNED_LATE = Duration.ofSeconds(2);

    private final Clock clock;
    private final Duration window;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, Bar> bars = new ConcurrentHashMap<>();
    private final Map<String, Roles> roles = new ConcurrentHashMap<>();

    /** Nobody's tokens are taken while it stands; those from before it never again. */
    private record Bar(Instant since, boolean lifted) {

        boolean refuses(AccessToken token) {
            return !lifted || token.issuedAt().isBefore(since.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private record Roles(Set<String> held, Instant since) {

        boolean refuse(AccessToken token) {
            return token.issuedAt().isBefore(since.plus(SIGNED_LATE)) && !held.containsAll(token.roles());
        }
    }

    /** @param accessTokenLifetime for how long auth issues tokens */
    DenyList(Duration accessTokenLifetime, Clock clock) {
        this.window = accessTokenLifetime.plus(CLOCK_SKEW).plus(MARGIN);
        this.clock = clock;
    }

    @Override
    public boolean isRevoked(AccessToken token) {
        return tokens.containsKey(token.id())
                || token.sessionId().filter(sessions::containsKey).isPresent()
                || isBarred(token)
                || hasLostARole(token);
    }

    /** How far back a fact may matter. */
    Instant horizon() {
        return clock.instant().minus(window);
    }

    /** One token of a machine client, given back. */
    void end(String tokenId, Instant at) {
        if (matters(at)) {
            tokens.put(tokenId, at);
        }
    }

    void endSessions(Collection<String> ids, Instant at) {
        if (matters(at)) {
            ids.forEach(id -> sessions.put(id, at));
        }
    }

    /** Takes no token of a user or a machine client until the bar is lifted. */
    void bar(String subject, Instant at) {
        if (matters(at)) {
            bars.put(subject, new Bar(at, false));
        }
    }

    /** Takes tokens of a user again, but for those from before the bar. */
    void lift(String user) {
        bars.computeIfPresent(user, (id, bar) -> new Bar(bar.since(), true));
    }

    /** Takes no token from before that claims another role than these. */
    void hold(String user, Set<String> held, Instant at) {
        if (matters(at)) {
            roles.put(user, new Roles(Set.copyOf(held), at));
        }
    }

    /** Drops what touches no good token any more. */
    void forget() {
        tokens.values().removeIf(at -> !matters(at));
        sessions.values().removeIf(at -> !matters(at));
        bars.values().removeIf(bar -> !matters(bar.since()));
        roles.values().removeIf(held -> !matters(held.since()));
    }

    int size() {
        return tokens.size() + sessions.size() + bars.size() + roles.size();
    }

    private boolean matters(Instant at) {
        return at.isAfter(horizon());
    }

    private boolean isBarred(AccessToken token) {
        @Nullable Bar bar = bars.get(token.subject());
        return bar != null && bar.refuses(token);
    }

    private boolean hasLostARole(AccessToken token) {
        @Nullable Roles held = roles.get(token.subject());
        return held != null && held.refuse(token);
    }
}
