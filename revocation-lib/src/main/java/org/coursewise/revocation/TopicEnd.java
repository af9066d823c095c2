package org.coursewise.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the topic ended at some time: who has read so far knows everything that was told by then.
 *
 * @param asked just before Kafka was
 */
record TopicEnd(Instant asked, Map<TopicPartition, Long> offsets) {

    static TopicEnd now(Consumer<?, ?> kafka, Collection<TopicPartition> partitions, Instant asked, Duration patience) {
        return new TopicEnd(asked, Map.copyOf(kafka.endOffsets(partitions, patience)));
    }

    boolean isReached(Consumer<?, ?> kafka, Duration patience) {
        return offsets.entrySet().stream().allMatch(end -> kafka.position(end.getKey(), patience) >= end.getValue());
    }

    long of(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
