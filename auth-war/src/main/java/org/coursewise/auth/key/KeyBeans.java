package org.coursewise.auth.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.settings.Settings;

/** Reads the settings of keys once. */
@ApplicationScoped
class KeyBeans {

    @Produces
    @Singleton
    static KeySettings settings() {
        return Settings.readOrStop(KeySettings::from);
    }
}
