package org.coursewise.console.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.console.api.AuthApi;
import org.coursewise.settings.Settings;

/** What is made once, at start-up, so that a missing setting stops the server and not the first visitor. */
@ApplicationScoped
class ConsoleBeans {

    @Produces
    @Singleton
    static ConsoleSettings settings() {
        return Settings.readOrStop(ConsoleSettings::from);
    }

    @Produces
    @Singleton
    static AuthApi authApi(ConsoleSettings settings) {
        return new AuthApi(settings.apiUrl(), settings.apiTimeout());
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, AuthApi api) {
        // being injected is all it is for
    }
}
