package org.coursewise.email.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.rest.metrics.Gauges;
import org.eclipse.microprofile.metrics.Tag;

/** What {@code /admin/status/email} tells of the consumers, at /metrics. Every replica tells the same of one group. */
@ApplicationScoped
class ConsumerMetrics {

    @Inject
    Gauges gauges;

    @Inject
    EmailConsumers consumers;

    void show(@Observes Startup startup) {
        var backlogs = gauges.sample(consumers::backlogs);
        for (var settings : consumers.settings()) {
            var labels = new Tag[] {new Tag("consumer", settings.name()), new Tag("topic", settings.topic())};
            gauges.show(
                    "coursewise_consumer_lag",
                    "Records of a topic that its consumer has not acknowledged",
                    () -> backlogs.of(Backlog.figure(settings.name(), Backlog::lag)),
                    labels);
            gauges.show(
                    "coursewise_consumer_dead_letters",
                    "Records of a topic that were set aside and that Kafka still keeps",
                    () -> backlogs.of(Backlog.figure(settings.name(), Backlog::deadLetters)),
                    labels);
        }
    }
}
