package org.coursewise.email.delivery;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;

/** Starts delivery with the server and stops it in order. */
@ApplicationScoped
class DeliveryLifecycle {

    private static final System.Logger LOG = System.getLogger(DeliveryLifecycle.class.getName());
    /** Less than what Kubernetes and the local stack grant a server that is asked to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    DeliveryParts parts;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    ManagedThreadFactory threadFactory;

    private @Nullable Delivery delivery;

    void start(@Observes Startup startup) {
        parts.settings()
                .dkim()
                .ifPresentOrElse(
                        dkim -> LOG.log(
                                System.Logger.Level.INFO,
                                "Mails are signed: receivers look for the key at {0}._domainkey.{1}",
                                dkim.selector(),
                                dkim.domain()),
                        () -> LOG.log(
                                System.Logger.Level.INFO, "Mails are not signed: coursewise.dkim-selector is not set"));
        delivery = Delivery.start(parts, threadFactory, metrics::count);
    }

    /** Cheap: it asks nobody. */
    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck pulse() {
        return () -> HealthCheckResponse.named("delivery")
                .status(delivery == null || delivery.isAlive())
                .build();
    }

    void stop(@Observes Shutdown shutdown) {
        if (delivery != null) {
            delivery.stop(PATIENCE);
        }
    }
}
