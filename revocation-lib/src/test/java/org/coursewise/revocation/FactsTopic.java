package org.coursewise.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The topic of facts as a consumer sees it. */
final class FactsTopic extends MockConsumer<byte[], byte[]> {

    private final Map<TopicPartition, Long> beginnings = new HashMap<>();
    /** The time that was asked for, once it was. */
    volatile @Nullable Instant askedFrom;

    FactsTopic(int partitions) {
        super("none");
        grow(partitions);
    }

    FactsTopic grow(int partitions) {
        updatePartitions(
                DenyListReader.TOPIC,
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new PartitionInfo(DenyListReader.TOPIC, partition, null, null, null))
                        .toList());
        return this;
    }

    FactsTopic endingAt(int partition, long offset) {
        updateEndOffsets(Map.of(at(partition), offset));
        return this;
    }

    /** Where the first fact is that may matter; without one there is none. */
    FactsTopic beginningAt(int partition, long offset) {
        beginnings.put(at(partition), offset);
        return this;
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
            Map<TopicPartition, Long> times, Duration timeout) {
        var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
        times.forEach((partition, millis) -> {
            askedFrom = Instant.ofEpochMilli(millis);
            var offset = beginnings.get(partition);
            found.put(partition, offset == null ? null : new OffsetAndTimestamp(offset, millis));
        });
        return found;
    }

    private static TopicPartition at(int partition) {
        return new TopicPartition(DenyListReader.TOPIC, partition);
    }
}
