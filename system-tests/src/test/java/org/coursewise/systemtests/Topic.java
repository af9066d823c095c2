package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** All that a Kafka topic holds. */
final class Topic {

    private static final int PATIENCE_SECONDS = 30;

    private final String servers;
    private final String name;

    Topic(String servers, String name) {
        this.servers = servers;
        this.name = name;
    }

    /** A record, with its headers as text. */
    record Entry(String key, String value, Map<String, String> headers) {

        Entry withHeader(String header, String content) {
            var changed = new TreeMap<>(headers);
            changed.put(header, content);
            return new Entry(key, value, changed);
        }
    }

    /** Says it once more. */
    void write(Entry entry) {
        write(List.of(entry));
    }

    void write(List<Entry> entries) {
        var settings = Map.<String, Object>of("bootstrap.servers", servers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var entry : entries) {
                var record = new ProducerRecord<>(name, entry.key(), entry.value());
                entry.headers().forEach((header, content) -> record.headers().add(header, content.getBytes(UTF_8)));
                producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

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
