package org.coursewise.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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

    TokenPair of(Grant grant) {
        return new TokenPair(
                accessTokens.issue(grant.account(), grant.sessionId()),
                "Bearer",
                settings.accessTokenLifetime().toSeconds(),
                grant.refreshToken(),
                Duration.between(clock.instant(), grant.refreshExpiresAt()).toSeconds());
    }
}
