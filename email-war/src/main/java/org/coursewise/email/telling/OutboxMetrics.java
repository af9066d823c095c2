package org.coursewise.email.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.email.preference.PreferenceOutbox;
import org.coursewise.rest.metrics.Gauges;
import org.jspecify.annotations.Nullable;

/** Whether others hear of deliveries and preferences in time, at /metrics, under the names that other services' outboxes have. */
@ApplicationScoped
class OutboxMetrics {

    private static final double MILLIS = 1_000;

    @Inject
    Gauges gauges;

    @Inject
    MessageOutbox messages;

    @Inject
    PreferenceOutbox preferences;

    @Inject
    Clock clock;

    void show(@Observes Startup startup) {
        var depth = gauges.sample(() -> new Depth(messages.depth(), preferences.depth()));
        gauges.show(
                "coursewise_outbox_waiting",
                "Messages with steps, and people with preferences, that are not in Kafka yet",
                () -> depth.of(Depth::waiting));
        gauges.show(
                "coursewise_outbox_oldest_age_seconds",
                "How long the oldest of them has waited; 0 when there is none",
                () -> depth.of(this::age));
    }

    private record Depth(MessageOutbox.Depth messages, PreferenceOutbox.Depth preferences) {

        double waiting() {
            return (double) messages.messages() + preferences.people();
        }
    }

    private double age(Depth depth) {
        return Math.max(age(depth.messages().since()), age(depth.preferences().since()));
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / MILLIS;
    }
}
