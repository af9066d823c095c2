package org.coursewise.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.coursewise.settings.Settings;

/**
 * How a service reaches Kafka.
 *
 * @param bootstrapServers {@code coursewise.kafka-bootstrap-servers}, addresses separated by commas
 * @param tls absent where the way to Kafka is plain
 */
public record KafkaSettings(String bootstrapServers, Optional<Tls> tls) {

    private static final String CA = "coursewise.kafka-ca";
    private static final String CERTIFICATE = "coursewise.kafka-certificate";
    private static final String KEY = "coursewise.kafka-key";

    /**
     * Both sides show certificates. All three are PEM texts.
     *
     * @param ca whom the brokers' certificates must be signed by
     * @param certificate our own, by which Kafka knows us
     * @param key of our certificate, in PKCS #8
     */
    public record Tls(String ca, String certificate, String key) {

        @Override
        public String toString() {
            return "Tls[…]";
        }
    }

    /** Without TLS. */
    public KafkaSettings(String bootstrapServers) {
        this(bootstrapServers, Optional.empty());
    }

    /** Whoever sets one of the three parts of TLS means TLS, and is told what is missing. */
    public static KafkaSettings from(Settings settings) {
        var isTls = Stream.of(CA, CERTIFICATE, KEY)
                .anyMatch(key -> settings.optional(key).isPresent());
        return new KafkaSettings(
                settings.required("coursewise.kafka-bootstrap-servers"),
                isTls
                        ? Optional.of(
                                new Tls(settings.required(CA), settings.required(CERTIFICATE), settings.required(KEY)))
                        : Optional.empty());
    }

    /** What every client of Kafka is told. */
    public Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        tls.ifPresent(pem -> {
            properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, SecurityProtocol.SSL.name);
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            properties.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, pem.ca());
            properties.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PEM");
            properties.put(SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, pem.certificate());
            properties.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, pem.key());
        });
        return properties;
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
