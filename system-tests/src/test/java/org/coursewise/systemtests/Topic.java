package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that a Kafka topic holds. */
final class Topic {

    private final String servers;
    private final String name;

    Topic(String servers, String name) {
        this.servers = servers;
        this.name = name;
    }

    /** A record, with its headers as text. */
    record Entry(String key, String value, Map<String, String> headers) {}

    /** From the beginning to where it ends now, in order within each partition. */
    List<Entry> read() {
        var settings = Map.<String, Object>of("bootstrap.servers", servers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var entries = new ArrayList<Entry>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    var headers = new TreeMap<String, String>();
                    record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
                    entries.add(new Entry(record.key(), record.value(), headers));
                });
            }
            return entries;
        }
    }
}
