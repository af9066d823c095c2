package org.coursewise.events.consumer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.coursewise.events.KafkaSettings;
import org.jspecify.annotations.Nullable;

/** Asks Kafka itself, briefly: whether it is there, how far a consumer is behind, how many dead letters lie about. */
public final class KafkaProbe implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KafkaProbe.class.getName());
    private static final int PATIENCE_MS = 2_000;

    private final KafkaSettings settings;
    private @Nullable Admin admin;

    public KafkaProbe(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Whether Kafka answers within two seconds. */
    public boolean answers() {
        try {
            answer(admin().describeCluster().nodes());
            return true;
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "Kafka does not answer", e);
            return false;
        }
    }

    /** How many records of its topic the consumer, with all its replicas, has not acknowledged; empty when Kafka does not answer. */
    public OptionalLong lag(ConsumerSettings consumer) {
        return ask(() -> {
            var ends = offsets(consumer.topic(), OffsetSpec.latest());
            var starts = offsets(consumer.topic(), OffsetSpec.earliest());
            var committed =
                    answer(admin().listConsumerGroupOffsets(consumer.name()).partitionsToOffsetAndMetadata());
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var done = committed.get(end.getKey());
                        var from = done == null ? offset(starts, end.getKey()) : done.offset();
                        return Math.max(0, end.getValue().offset() - from);
                    })
                    .sum();
        });
    }

    /** How many dead letters of a topic's consumers Kafka keeps; empty when it does not answer. */
    public OptionalLong deadLetters(String topic) {
        return ask(() -> {
            var ends = offsets(topic + DeadLetters.SUFFIX, OffsetSpec.latest());
            var starts = offsets(topic + DeadLetters.SUFFIX, OffsetSpec.earliest());
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(starts, end.getKey()))
                    .sum();
        });
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(String topic, OffsetSpec spec)
            throws ExecutionException, TimeoutException {
        var description = answer(admin().describeTopics(List.of(topic)).allTopicNames());
        var partitions = description.values().stream()
                .flatMap(found -> found.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(partition -> partition, partition -> spec));
        return answer(admin().listOffsets(partitions).all());
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        var found = offsets.get(partition);
        return found == null ? 0 : found.offset();
    }

    @FunctionalInterface
    private interface Question {
        long ask() throws ExecutionException, TimeoutException;
    }

    private static OptionalLong ask(Question question) {
        try {
            return OptionalLong.of(question.ask());
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "Kafka does not answer", e);
            return OptionalLong.empty();
        }
    }

    private static <T> T answer(KafkaFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            var properties = new HashMap<>(settings.properties());
            properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
            properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
            properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
            properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
            admin = Admin.create(properties);
        }
        return admin;
    }
}
