package org.coursewise.events;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.coursewise.settings.Settings;

/**
 * How a service reaches Kafka.
 *
 * @param bootstrapServers {@code coursewise.kafka-bootstrap-servers}, addresses separated by commas
 */
public record KafkaSettings(String bootstrapServers) {

    public static KafkaSettings from(Settings settings) {
        return new KafkaSettings(settings.required("coursewise.kafka-bootstrap-servers"));
    }

    /** What every client of Kafka is told. */
    public Map<String, Object> properties() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /**
     * A producer that loses and reorders nothing: idempotent, acknowledged by all replicas in sync, and so patient that
     * a broker's absence never makes it give a record up and send a later one of the same key before it.
     *
     * @param clientId names it in the broker's log
     * @param more settings on top
     */
    public Producer<byte[], byte[]> patientProducer(String clientId, Map<String, Object> more) {
        var properties = new HashMap<>(properties());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        // how long sending may wait for a topic's whereabouts; the caller comes back
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        properties.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
        // nobody reads these over JMX, and two services of one server would collide there
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
