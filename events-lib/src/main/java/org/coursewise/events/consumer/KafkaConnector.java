package org.coursewise.events.consumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.coursewise.events.KafkaSettings;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;

/**
 * Brings Kafka's records to reactive-messaging channels that never end. It stands in for the server's own connector,
 * whose stream ends for good when the broker goes away while something waits to be committed: what a
 * {@code commitAsync} or a rebalance throws there is the stream's last word.
 *
 * <p>A service that listens produces it as a bean:
 *
 * <pre>{@code
 * @Produces @ApplicationScoped @Connector(KafkaConnector.NAME)
 * IncomingConnectorFactory kafka() { return connector; }
 * }</pre>
 *
 * closes it when it stops, and gives each channel {@code connector}, {@code topic} and {@code group.id}; what else a channel is given goes to
 * Kafka's consumer. Channels are of bytes and meant for an {@link EventConsumer}, which works on threads of its own.
 */
public final class KafkaConnector implements IncomingConnectorFactory, AutoCloseable {

    /** What channels name as their {@code connector}. */
    public static final String NAME = "coursewise-kafka";

    private static final String TOPIC = "topic";
    /** So soon a process that was killed is missed, and others get its partitions; Kafka's own default is 45 s. */
    private static final int MISSED_AFTER_MILLIS = 10_000;

    private static final Set<String> NOT_FOR_KAFKA =
            Set.of(TOPIC, ConnectorFactory.CONNECTOR_ATTRIBUTE, ConnectorFactory.CHANNEL_NAME_ATTRIBUTE);

    private final KafkaSettings kafka;
    private final Executor executor;
    private final List<KafkaChannel> channels = new ArrayList<>();

    /** @param executor threads of the container's; each channel keeps one */
    public KafkaConnector(KafkaSettings kafka, Executor executor) {
        this.kafka = kafka;
        this.executor = executor;
    }

    @Override
    public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config config) {
        var properties = properties(config);
        var channel = new KafkaChannel(
                config.getValue(ConsumerConfig.GROUP_ID_CONFIG, String.class),
                config.getValue(TOPIC, String.class),
                () -> new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        synchronized (channels) {
            channels.add(channel);
        }
        executor.execute(channel);
        return ReactiveStreams.generate(() -> channel).flatMapCompletionStage(KafkaChannel::next);
    }

    /** Commits what was acknowledged and leaves the groups. */
    @Override
    public void close() {
        synchronized (channels) {
            channels.forEach(KafkaChannel::askToClose);
            channels.forEach(KafkaChannel::awaitClosed);
        }
    }

    private Map<String, Object> properties(Config config) {
        var properties = new HashMap<>(kafka.properties());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // bounded memory: records and bytes in hand
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, MISSED_AFTER_MILLIS);
        properties.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        for (var name : config.getPropertyNames()) {
            if (!NOT_FOR_KAFKA.contains(name)) {
                config.getOptionalValue(name, String.class).ifPresent(value -> properties.put(name, value));
            }
        }
        // only what was handled is committed
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return properties;
    }
}
