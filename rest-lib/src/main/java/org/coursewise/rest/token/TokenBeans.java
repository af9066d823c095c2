package org.coursewise.rest.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.coursewise.settings.Settings;

/** What is made once. */
@ApplicationScoped
class TokenBeans {

    @Produces
    @Singleton
    static TokenSettings settings() {
        return Settings.readOrStop(TokenSettings::from);
    }

    @Produces
    @Singleton
    static IssuerKeys keys(TokenSettings settings) throws IOException {
        return new IssuerKeys(settings.jwksFile());
    }
}
