package org.coursewise.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.settings.Settings;

/** Reads the settings once, at start-up, so that a bad one stops the server then and not at the first error. */
@ApplicationScoped
class RestSettingsSource {

    @Produces
    @Singleton
    RestSettings settings() {
        return Settings.readOrStop(RestSettings::from);
    }

    void readAtStartUp(@Observes Startup event, RestSettings settings) {
        System.getLogger(RestSettingsSource.class.getName())
                .log(System.Logger.Level.DEBUG, "REST settings: {0}", settings);
    }
}
