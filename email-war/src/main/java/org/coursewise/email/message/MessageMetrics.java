package org.coursewise.email.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.coursewise.rest.metrics.Gauges;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** Where the messages stand, at /metrics. Every replica tells the same of one collection. */
@ApplicationScoped
class MessageMetrics {

    private static final double MILLIS = 1_000;
    private static final List<MessageStatus> UNDER_WAY =
            List.of(MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.DEFERRED);

    @Inject
    Gauges gauges;

    @Inject
    MessageBacklog backlog;

    @Inject
    Clock clock;

    void show(@Observes Startup startup) {
        var states = gauges.sample(backlog::now);
        for (var status : MessageBacklog.STATES) {
            gauges.show(
                    "coursewise_messages",
                    "Messages by state, but for those that are sent",
                    () -> states.of(figure(status, MessageBacklog.State::messages)),
                    new Tag("status", status.wire()));
        }
        for (var status : UNDER_WAY) {
            gauges.show(
                    "coursewise_messages_oldest_age_seconds",
                    "Since the oldest message in this state was accepted; 0 when there is none",
                    () -> states.of(figure(status, state -> age(state.oldest()))),
                    new Tag("status", status.wire()));
        }
    }

    private static ToDoubleFunction<Map<MessageStatus, MessageBacklog.State>> figure(
            MessageStatus status, ToDoubleFunction<MessageBacklog.State> figure) {
        return states -> {
            var state = states.get(status);
            return state == null ? Double.NaN : figure.applyAsDouble(state);
        };
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / MILLIS;
    }
}
