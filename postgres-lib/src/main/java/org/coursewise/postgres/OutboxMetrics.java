package org.coursewise.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.events.outbox.OutboxStatus;
import org.coursewise.rest.metrics.Gauges;

/** What {@code /admin/status/<service>} tells of the outbox, at /metrics. Every replica tells the same of one table. */
@ApplicationScoped
class OutboxMetrics {

    private static final double MILLIS = 1_000;

    @Inject
    Gauges gauges;

    @Inject
    OutboxRelay relay;

    @Inject
    Clock clock;

    void show(@Observes Startup startup) {
        var status = gauges.sample(relay::status);
        gauges.show(
                "coursewise_outbox_waiting",
                "Events that are not in Kafka yet",
                () -> status.of(OutboxStatus::waiting));
        gauges.show(
                "coursewise_outbox_oldest_age_seconds",
                "How long the oldest event that is not in Kafka has waited; 0 when none waits",
                () -> status.of(this::age));
        gauges.show(
                "coursewise_outbox_parked", "Events that Kafka can never take", () -> status.of(OutboxStatus::parked));
    }

    private double age(OutboxStatus status) {
        return status.oldest() == null
                ? 0
                : Duration.between(status.oldest(), clock.instant()).toMillis() / MILLIS;
    }
}
