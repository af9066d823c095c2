package org.coursewise.events.consumer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The heartbeat of a service's consumers, for its readiness. The service whose work it is to consume produces it as a
 * bean:
 *
 * <pre>{@code
 * @Produces @Readiness @ApplicationScoped
 * HealthCheck consumers() { return new ConsumerReadiness(probe, List.of(commands, users)); }
 * }</pre>
 *
 * <p>Down until every consumer has once joined its group: a replica that cannot reach Kafka does not replace one that
 * can. From then on down only for what is wrong in this process, see {@link ConsumerHealth}; Kafka being away leaves it
 * up, since the service answers over HTTP all the same.
 */
public final class ConsumerReadiness implements HealthCheck {

    private final Map<String, ConsumerHealth> consumers = new LinkedHashMap<>();

    public ConsumerReadiness(KafkaProbe kafka, List<EventConsumer> consumers) {
        for (var consumer : consumers) {
            this.consumers.put(
                    consumer.settings().name(), new ConsumerHealth(consumer, kafka::answers, System::nanoTime));
        }
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("event-consumers");
        var well = true;
        for (var consumer : consumers.entrySet()) {
            var finding = consumer.getValue().examine();
            well &= finding.well();
            response.withData(consumer.getKey(), finding.detail());
        }
        return response.status(well).build();
    }
}
