package org.coursewise.email.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Set;
import org.coursewise.email.message.MessageStatus;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What came of the attempts at messages. */
@ApplicationScoped
class DeliveryMetrics {

    private static final Metadata DELIVERIES = Metadata.builder()
            .withName("coursewise_deliveries")
            .withDescription("Attempts at messages, by what came of them")
            .build();
    private static final Set<MessageStatus> OUTCOMES = Set.of(
            MessageStatus.SENT,
            MessageStatus.DEFERRED,
            MessageStatus.BOUNCED,
            MessageStatus.SUPPRESSED,
            MessageStatus.FAILED);

    @Inject
    MetricRegistry metrics;

    /** Each is there from the start: a rate needs a zero to begin at. */
    void show(@Observes Startup startup) {
        OUTCOMES.forEach(this::counter);
    }

    void count(MessageStatus outcome) {
        counter(outcome).inc();
    }

    private Counter counter(MessageStatus outcome) {
        return metrics.counter(DELIVERIES, new Tag("outcome", outcome.wire()));
    }
}
