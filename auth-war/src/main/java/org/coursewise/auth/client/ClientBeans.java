package org.coursewise.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.coursewise.settings.Settings;

/** Makes what belongs to machine clients from their settings. */
@ApplicationScoped
class ClientBeans {

    /** Asked for at the start: a mistake in them stops the server then, not at the first request. */
    void read(@Observes @Initialized(ApplicationScoped.class) Object event, ClientSettings settings) {}

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
