package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.coursewise.settings.Settings;

/** Makes what belongs to machine clients from their settings. */
@ApplicationScoped
class ClientBeans {

    @Produces
    @Singleton
    static ClientSettings settings() {
        return Settings.readOrStop(ClientSettings::from);
    }

    @Produces
    @Singleton
    static WrongSecrets wrongSecrets(ClientSettings settings, Clock clock) {
        return new WrongSecrets(settings, clock);
    }
}
