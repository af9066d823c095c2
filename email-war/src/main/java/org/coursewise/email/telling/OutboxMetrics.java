package org.coursewise.email.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.rest.metrics.Gauges;
import org.jspecify.annotations.Nullable;

/** Whether others hear of deliveries in time, at /metrics, under the names that other services' outboxes have. */
@ApplicationScoped
class OutboxMetrics {

    private static final double MILLIS = 1_000;

    @Inject
    Gauges gauges;

    @Inject
    MessageOutbox outbox;

    @Inject
    Clock clock;

    void show(@Observes Startup startup) {
        var depth = gauges.sample(outbox::depth);
        gauges.show(
                "coursewise_outbox_waiting",
                "Messages with steps that are not in Kafka yet",
                () -> depth.of(MessageOutbox.Depth::messages));
        gauges.show(
                "coursewise_outbox_oldest_age_seconds",
                "How long the oldest of them has waited; 0 when there is none",
                () -> depth.of(found -> age(found.since())));
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / MILLIS;
    }
}
