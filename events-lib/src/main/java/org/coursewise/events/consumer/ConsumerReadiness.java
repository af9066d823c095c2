package org.coursewise.events.consumer;

import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The heartbeat of a service's consumers, for its readiness. The service whose work it is to consume produces it as a
 * bean:
 *
 * <pre>{@code
 * @Produces @Readiness @ApplicationScoped
 * HealthCheck consumers() { return new ConsumerReadiness(List.of(commands, users)); }
 * }</pre>
 *
 * <p>Down until every consumer has once joined its group: a replica that cannot reach Kafka does not replace one that
 * can. From then on down only for what is wrong in this process, see {@link ConsumerHealth}; Kafka being away leaves it
 * up, since the service answers over HTTP all the same.
 */
public final class ConsumerReadiness implements HealthCheck {

    private final List<EventConsumer> consumers;

    public ConsumerReadiness(List<EventConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("event-consumers");
        var well = true;
        for (var consumer : consumers) {
            var name = consumer.settings().name();
            var health = ConsumerHealth.of(consumer, KafkaChannel.of(name));
            well &= health.well();
            response.withData(name, health.detail());
        }
        return response.status(well).build();
    }
}
