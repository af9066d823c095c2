package org.coursewise.revocation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.coursewise.events.KafkaSettings;
import org.coursewise.settings.Settings;

/** The deny list of this replica and the reader that fills it from the start of the service to its end. */
@ApplicationScoped
class RevocationBeans {

    private static final int MORE_PARTITIONS_SEEN_AFTER_MS = 30_000;

    /** Not the executor: its few threads answer requests too, and this one is never given back. */
    @Resource
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    RevocationSettings settings() {
        return Settings.readOrStop(RevocationSettings::from);
    }

    @Produces
    @Singleton
    DenyList list(RevocationSettings settings, Clock clock) {
        return new DenyList(settings.accessTokenLifetime(), clock);
    }

    @Produces
    @Singleton
    DenyListReader reader(DenyList list, RevocationSettings settings, Clock clock) {
        return new DenyListReader(list, () -> consumer(settings.kafka()), clock);
    }

    void start(@Observes Startup startup, DenyListReader reader) {
        threads.newThread(reader).start();
    }

    void stop(@Observes Shutdown shutdown, DenyListReader reader) {
        reader.close();
    }

    private static Consumer<byte[], byte[]> consumer(KafkaSettings kafka) {
        var properties = new HashMap<>(kafka.properties());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "deny-list");
        // it says itself where it begins; a place that is not there any more is no reason to read everything
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        properties.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, MORE_PARTITIONS_SEEN_AFTER_MS);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
