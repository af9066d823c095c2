package org.coursewise.auth.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.auth.settings.AuthSettings;

/** Makes the password rules and hashes from the settings. */
@ApplicationScoped
class PasswordBeans {

    @Produces
    @Singleton
    static PasswordRules rules(AuthSettings settings) {
        return new PasswordRules(settings.passwordMinimumLength());
    }

    @Produces
    @Singleton
    static PasswordHashes hashes(AuthSettings settings) {
        return new Argon2Hashes(settings.hashingParallelism(), settings.hashingWait());
    }
}
