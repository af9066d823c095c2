package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.auth.token.AccessTokens;

/** Makes what a client gets from what a session grants. */
@ApplicationScoped
class TokenPairs {

    @Inject
    AccessTokens accessTokens;

    @Inject
    AuthSettings settings;

    @Inject
    Clock clock;

    private static final String PASSWORD = "pwd";
    private static final String ONE_TIME_CODE = "otp";

    TokenPair of(Grant grant) {
        return new TokenPair(
                accessTokens.issue(grant.account(), grant.sessionId(), grant.roles(), methods(grant)),
                "Bearer",
                settings.accessTokenLifetime().toSeconds(),
                grant.refreshToken(),
                Duration.between(clock.instant(), grant.refreshExpiresAt()).toSeconds());
    }

    private static List<String> methods(Grant grant) {
        return grant.secondFactor() ? List.of(PASSWORD, ONE_TIME_CODE) : List.of(PASSWORD);
    }
}
