package org.coursewise.course.consumer;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.events.consumer.ConsumerSettings;
import org.coursewise.events.consumer.DeadLetters;
import org.coursewise.events.consumer.EventConsumer;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.KafkaConnector;
import org.coursewise.events.consumer.KafkaProbe;
import org.coursewise.postgres.OutboxSettings;
import org.coursewise.rest.problem.TransientFault;

/**
 * What stands behind the channels. PostgreSQL is waited for as long as it takes. Kafka is nothing that course's readiness
 * asks for: people go on without it.
 */
public final class CourseConsumers implements AutoCloseable {

    private static final int LARGEST_DEAD_LETTER = 16 * 1024 * 1024;

    private final EventConsumer users;
    private final EventConsumer preferences;
    private final DeadLetters deadLetters;
    private final KafkaProbe probe;
    private final KafkaConnector connector;

    CourseConsumers(
            OutboxSettings settings,
            List<? extends EventHandler> facts,
            EventHandler preferenceFacts,
            List<TransientFault> faults,
            ManagedExecutorService executor) {
        var kafka = settings.kafka();
        var passing = List.copyOf(faults);
        deadLetters = new DeadLetters(() -> kafka.patientProducer(
                "course-dead-letters", Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_DEAD_LETTER)));
        probe = new KafkaProbe(kafka);
        connector = new KafkaConnector(kafka, executor);
        users = new EventConsumer(
                ConsumerSettings.of("course-war-users", "auth.user.v1"),
                fact -> facts.forEach(each -> each.handle(fact)),
                failure -> TransientFault.isAmong(failure, passing),
                deadLetters,
                executor);
        preferences = new EventConsumer(
                ConsumerSettings.of("course-war-preferences", "email.preference.v1"),
                preferenceFacts,
                failure -> TransientFault.isAmong(failure, passing),
                deadLetters,
                executor);
    }

    /** Begins to handle what has come, once the tables are there. */
    public void open() {
        users.open();
        preferences.open();
    }

    /** How far each consumer is behind. */
    public List<Backlog> backlogs() {
        return settings().stream().map(settings -> Backlog.of(settings, probe)).toList();
    }

    List<ConsumerSettings> settings() {
        return List.of(users.settings(), preferences.settings());
    }

    EventConsumer users() {
        return users;
    }

    EventConsumer preferences() {
        return preferences;
    }

    KafkaConnector connector() {
        return connector;
    }

    @Override
    public void close() {
        users.close();
        preferences.close();
        connector.close();
        deadLetters.close();
        probe.close();
    }
}
