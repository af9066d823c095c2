package org.coursewise.console.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.SessionApi;
import org.coursewise.console.api.SessionApi.Tokens;
import org.coursewise.console.api.SignedOutException;
import org.jspecify.annotations.Nullable;

/**
 * One person in one browser. It lives in the server's memory, and the tokens in nothing else: no page, no cookie and no
 * log ever holds one.
 */
public final class SignedIn implements Api.Credentials {

    /** A token that ends in less is renewed before it is used. */
    private static final int MARGIN_SECONDS = 20;

    private final SessionApi sessions;
    private final Clock clock;
    private final String device;
    private volatile Map<String, Object> user = Map.of();
    private @Nullable Tokens tokens;
    private Instant renewFrom = Instant.MIN;

    SignedIn(SessionApi sessions, Clock clock, Tokens tokens, String device) {
        this.sessions = sessions;
        this.clock = clock;
        this.device = device;
        keep(tokens);
    }

    /** One at a time: a refresh token works once, and a second use would end the session. */
    @Override
    public synchronized String accessToken() {
        var current = tokens;
        if (current == null) {
            throw new SignedOutException();
        }
        return clock.instant().isBefore(renewFrom) ? current.accessToken() : renewed(current.accessToken());
    }

    @Override
    public synchronized String renewed(String refused) {
        var current = tokens;
        if (current == null) {
            throw new SignedOutException();
        }
        if (!current.accessToken().equals(refused)) {
            // another request of the same person has renewed it
            return current.accessToken();
        }
        try {
            var next = sessions.refresh(current.refreshToken(), device);
            keep(next);
            return next.accessToken();
        } catch (ApiException e) {
            if (e.problem().status() == 401) {
                tokens = null;
                throw new SignedOutException();
            }
            throw e;
        }
    }

    synchronized void logOut() {
        var current = tokens;
        tokens = null;
        if (current != null) {
            sessions.logOut(current.accessToken());
        }
    }

    void knownAs(Map<String, Object> person) {
        user = Collections.unmodifiableMap(person);
    }

    public Map<String, Object> user() {
        return user;
    }

    public boolean hasRole(String role) {
        return user.get("roles") instanceof List<?> roles && roles.contains(role);
    }

    private void keep(Tokens pair) {
        tokens = pair;
        renewFrom = clock.instant().plusSeconds(pair.expiresIn() - (long) MARGIN_SECONDS);
    }
}
