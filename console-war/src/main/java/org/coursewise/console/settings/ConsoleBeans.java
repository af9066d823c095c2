package org.coursewise.console.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.coursewise.console.api.AuthApi;
import org.coursewise.console.api.HttpApi;
import org.coursewise.console.api.SessionApi;
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
    static HttpApi httpApi(ConsoleSettings settings) {
        return new HttpApi(settings.apiUrl(), settings.apiTimeout());
    }

    @Produces
    @Singleton
    static AuthApi authApi(HttpApi http) {
        return new AuthApi(http);
    }

    @Produces
    @Singleton
    static SessionApi sessionApi(HttpApi http) {
        return new SessionApi(http);
    }

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, AuthApi api) {
        // being injected is all it is for
    }
}
