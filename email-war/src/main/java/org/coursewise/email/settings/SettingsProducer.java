package org.coursewise.email.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.coursewise.settings.Settings;

/** Reads the settings when the first bean asks for them, which is at start-up; a bad one stops the server. */
@ApplicationScoped
class SettingsProducer {

    @Produces
    @Singleton
    EmailSettings settings() {
        return Settings.readOrStop(EmailSettings::from);
    }

    /** In milliseconds, as MongoDB keeps time: what is stored equals what is read. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
