package org.coursewise.auth.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.coursewise.auth.settings.AuthSettings;
import org.coursewise.rest.metrics.Gauges;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Makes the password rules and hashes from the settings, and shows at /metrics how the hashes are queued for. */
@ApplicationScoped
class PasswordBeans {

    private static final Metadata REFUSED = Metadata.builder()
            .withName("coursewise_password_hashes_refused")
            .withDescription("Passwords that waited too long to be hashed; each was a 503")
            .build();

    @Produces
    @Singleton
    static PasswordRules rules(AuthSettings settings) {
        return new PasswordRules(settings.passwordMinimumLength());
    }

    @Produces
    @Singleton
    static PasswordHashes hashes(AuthSettings settings, MetricRegistry metrics, Gauges gauges) {
        var refused = metrics.counter(REFUSED);
        var hashes = new Argon2Hashes(settings.hashingParallelism(), settings.hashingWait(), refused::inc);
        gauges.show(
                "coursewise_password_hashes_waiting",
                "Passwords that wait for a processor to be hashed on",
                hashes::waiting);
        gauges.show("coursewise_password_hashes_running", "Passwords that are being hashed", hashes::running);
        return hashes;
    }
}
