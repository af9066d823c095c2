package org.coursewise.events.container;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.coursewise.events.Event;
import org.coursewise.events.KafkaSettings;
import org.coursewise.events.consumer.ConsumerReadiness;
import org.coursewise.events.consumer.ConsumerSettings;
import org.coursewise.events.consumer.DeadLetters;
import org.coursewise.events.consumer.EventConsumer;
import org.coursewise.events.consumer.KafkaConnector;
import org.coursewise.events.consumer.UnprocessableEventException;
import org.coursewise.settings.Settings;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;

/** Remembers the keys it heard. Wired as services wire theirs. */
@ApplicationScoped
public class ListeningService {

    @Resource
    ManagedExecutorService executor;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private EventConsumer consumer;
    private KafkaConnector connector;
    private DeadLetters deadLetters;

    @PostConstruct
    void wire() {
        var kafka = Settings.readOrStop(KafkaSettings::from);
        connector = new KafkaConnector(kafka, executor);
        deadLetters = new DeadLetters(() -> kafka.patientProducer("letters", Map.of()));
        consumer = new EventConsumer(
                ConsumerSettings.of("listener", "said"), this::hear, failure -> false, deadLetters, executor);
    }

    @Incoming("said")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<Void> said(Message<byte[]> message) {
        return consumer.receive(message);
    }

    @Produces
    @ApplicationScoped
    @Connector(KafkaConnector.NAME)
    IncomingConnectorFactory kafka() {
        return connector;
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck heartbeat() {
        return new ConsumerReadiness(List.of(consumer));
    }

    void open(@Observes Startup startup) {
        consumer.open();
    }

    void close(@Observes Shutdown shutdown) {
        consumer.close();
        connector.close();
        deadLetters.close();
    }

    String heard() {
        return String.join(" ", heard);
    }

    private void hear(Event event) {
        if (event.type().endsWith(".unknown")) {
            throw new UnprocessableEventException("Unknown type " + event.type());
        }
        heard.add(event.key());
    }
}
