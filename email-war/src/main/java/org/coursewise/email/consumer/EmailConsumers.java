package org.coursewise.email.consumer;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.coursewise.email.command.SendCommands;
import org.coursewise.email.enrollment.EnrollmentFacts;
import org.coursewise.email.recipient.UserFacts;
import org.coursewise.email.settings.EmailSettings;
import org.coursewise.email.storage.MongoFault;
import org.coursewise.events.consumer.Backlog;
import org.coursewise.events.consumer.ConsumerReadiness;
import org.coursewise.events.consumer.ConsumerSettings;
import org.coursewise.events.consumer.DeadLetterBox;
import org.coursewise.events.consumer.DeadLetters;
import org.coursewise.events.consumer.EventConsumer;
import org.coursewise.events.consumer.EventHandler;
import org.coursewise.events.consumer.KafkaConnector;
import org.coursewise.events.consumer.KafkaProbe;

/** What stands behind the channels. MongoDB is waited for as long as it takes. */
@Singleton
public final class EmailConsumers implements AutoCloseable {

    /** What course cannot handle of it is listed with the rest. */
    private static final String SAID_TO_OTHERS = "email.preference.v1";

    /** What they insert at the same moment goes to MongoDB in one command. */
    private static final int COMMANDS_AT_ONCE = 16;

    private static final int LARGEST_DEAD_LETTER = 16 * 1024 * 1024;

    private final EventConsumer commands;
    private final EventConsumer facts;
    private final EventConsumer enrollments;
    private final DeadLetters deadLetters;
    private final DeadLetterBox box;
    private final KafkaProbe probe;
    private final KafkaConnector connector;

    @Inject
    EmailConsumers(
            EmailSettings settings,
            SendCommands commandHandler,
            UserFacts factHandler,
            EnrollmentFacts enrollmentHandler,
            MongoFault faults,
            ManagedExecutorService executor) {
        var kafka = settings.kafka();
        deadLetters = new DeadLetters(() -> kafka.patientProducer(
                "email-dead-letters", Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_DEAD_LETTER)));
        probe = new KafkaProbe(kafka);
        connector = new KafkaConnector(kafka, executor);
        commands = consumer(
                ConsumerSettings.of("email-war-commands", "email.command.v1").withLanes(COMMANDS_AT_ONCE),
                commandHandler,
                faults,
                deadLetters,
                executor);
        enrollments = consumer(
                ConsumerSettings.of("email-war-enrollments", "course.enrollment.v1"),
                enrollmentHandler,
                faults,
                deadLetters,
                executor);
        facts = consumer(
                ConsumerSettings.of("email-war-users", "auth.user.v1"), factHandler, faults, deadLetters, executor);
        box = new DeadLetterBox(
                kafka,
                Stream.concat(settings().stream().map(ConsumerSettings::topic), Stream.of(SAID_TO_OTHERS))
                        .toList());
    }

    private static EventConsumer consumer(
            ConsumerSettings settings,
            EventHandler handler,
            MongoFault faults,
            DeadLetters deadLetters,
            ManagedExecutorService executor) {
        return new EventConsumer(settings, handler, faults::isTransient, deadLetters, executor);
    }

    KafkaConnector connector() {
        return connector;
    }

    EventConsumer commands() {
        return commands;
    }

    EventConsumer facts() {
        return facts;
    }

    EventConsumer enrollments() {
        return enrollments;
    }

    void open() {
        commands.open();
        enrollments.open();
        facts.open();
    }

    public boolean kafkaAnswers() {
        return probe.answers();
    }

    /** How far each consumer is behind. */
    public List<Backlog> backlogs() {
        return settings().stream().map(settings -> Backlog.of(settings, probe)).toList();
    }

    /** What could not be handled, by us or by others that hear the same topics. */
    public DeadLetterBox deadLetterBox() {
        return box;
    }

    /** @throws ExecutionException when Kafka did not take it; try again */
    public void readAgain(ConsumerRecord<byte[], byte[]> letter) throws ExecutionException, InterruptedException {
        deadLetters.readAgain(letter);
    }

    List<ConsumerSettings> settings() {
        return List.of(commands.settings(), facts.settings(), enrollments.settings());
    }

    ConsumerReadiness readiness() {
        return new ConsumerReadiness(List.of(commands, facts, enrollments));
    }

    @Override
    public void close() {
        commands.close();
        facts.close();
        enrollments.close();
        connector.close();
        deadLetters.close();
        probe.close();
    }
}
