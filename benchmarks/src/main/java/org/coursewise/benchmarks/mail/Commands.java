package org.coursewise.benchmarks.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.coursewise.events.EventFactory;
import org.coursewise.events.EventRecords;

/** Asks for mails as a service would: by commands in Kafka. */
final class Commands implements AutoCloseable {

    private static final String TOPIC = "email.command.v1";
    private static final String TYPE = "org.coursewise.email.command.send-requested";

    private final KafkaProducer<byte[], byte[]> producer;
    private final EventFactory events;

    /** A mail of a template to somebody who has no account. */
    private record Command(String to, String template, String locale, Map<String, String> variables) {}

    Commands(String servers, Clock clock) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.events = new EventFactory("/coursewise/benchmarks", clock);
    }

    /** One for each recipient; returns when Kafka has them all. */
    void mail(String template, Map<String, String> variables, Collection<String> recipients) {
        var answers = new ArrayList<Future<RecordMetadata>>();
        for (var to : recipients) {
            var command = events.event(TYPE, to, new Command(to, template, "en", variables));
            answers.add(producer.send(EventRecords.toRecord(TOPIC, command)));
        }
        producer.flush();
        answers.forEach(Commands::require);
    }

    private static void require(Future<RecordMetadata> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
