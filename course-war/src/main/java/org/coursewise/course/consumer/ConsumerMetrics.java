package org.coursewise.course.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.rest.metrics.Gauges;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** What {@code /admin/status/course} tells of the consumer, at /metrics. Every replica tells the same of one group. */
@ApplicationScoped
class ConsumerMetrics {

    @Inject
    Gauges gauges;

    @Inject
    CourseConsumers consumers;

    void show(@Observes Startup startup) {
        var backlogs = gauges.sample(consumers::backlogs);
        var users = consumers.users().settings();
        var labels = new Tag[] {new Tag("consumer", users.name()), new Tag("topic", users.topic())};
        gauges.show(
                "coursewise_consumer_lag",
                "Records of a topic that its consumer has not acknowledged",
                () -> backlogs.of(figure(Backlog::lag)),
                labels);
        gauges.show(
                "coursewise_consumer_dead_letters",
                "Records of a topic that were set aside and that Kafka still keeps",
                () -> backlogs.of(figure(Backlog::deadLetters)),
                labels);
    }

    private static ToDoubleFunction<List<Backlog>> figure(Function<Backlog, @Nullable Long> figure) {
        return backlogs -> {
            var count = figure.apply(backlogs.get(0));
            return count == null ? Double.NaN : count;
        };
    }
}
