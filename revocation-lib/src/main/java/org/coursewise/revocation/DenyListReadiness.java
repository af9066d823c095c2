package org.coursewise.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service that starts is ready when it has read which tokens were taken back, so that a restart gives none of them
 * another chance. Without Kafka it waits for ten seconds and no longer: people go on, with tokens that live for minutes.
 * Once it was ready, the list makes it so for good.
 */
@Readiness
@ApplicationScoped
public class DenyListReadiness implements HealthCheck {

    @Inject
    DenyListReader reader;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("deny-list")
                .withData("read", reader.isCaughtUp())
                .status(reader.isReady())
                .build();
    }
}
