package org.coursewise.auth.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.settings.Settings;

/** What is made once and injected everywhere. */
@ApplicationScoped
class AuthBeans {

    @Produces
    @Singleton
    static AuthSettings settings() {
        return Settings.readOrStop(AuthSettings::from);
    }

    @Produces
    @Singleton
    static OutboxSettings outbox(AuthSettings settings) {
        return settings.outbox();
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
