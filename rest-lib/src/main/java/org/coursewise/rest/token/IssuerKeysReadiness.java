package org.coursewise.rest.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the issuer's keys every token would be refused. */
@Readiness
@ApplicationScoped
public class IssuerKeysReadiness implements HealthCheck {

    @Inject
    IssuerKeys keys;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("issuer-keys").status(keys.areKnown()).build();
    }
}
