package org.coursewise.events.consumer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.coursewise.events.KafkaSettings;

/**
 * The dead letters that Kafka keeps, to be looked at: reads {@code <topic>.dlq} without a group, so that nothing is
 * acknowledged. Each question has a consumer of its own; it is an administrator's, and rare.
 */
public final class DeadLetterBox {

    private static final int PATIENCE_MS = 5_000;
    private static final int MOST_BYTES = 4 << 20;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings settings;
    private final List<String> topics;

    /** Where a letter lies: the topic is the one the record was in at first. */
    public record Place(String topic, int partition) {

        static Place of(ConsumerRecord<?, ?> letter) {
            var topic = letter.topic();
            return new Place(topic.substring(0, topic.length() - DeadLetters.SUFFIX.length()), letter.partition());
        }

        TopicPartition inKafka() {
            return new TopicPartition(topic + DeadLetters.SUFFIX, partition);
        }
    }

    /** @param topics whose dead letters these are */
    public DeadLetterBox(KafkaSettings settings, Collection<String> topics) {
        this.settings = settings;
        this.topics = List.copyOf(topics);
    }

    /** A letter and where it lies. */
    public record Letter(Place place, long offset, ConsumerRecord<byte[], byte[]> record) {}

    /**
     * At most so many, the newest first.
     *
     * @param before of each place, where to begin going back from; from its end where there is none
     * @throws KafkaException when Kafka does not answer in time
     */
    public List<Letter> newest(Map<Place, Long> before, int limit) {
        try (var consumer = consumer()) {
            var places = partitions(consumer);
            var starts = consumer.beginningOffsets(places);
            var ends = new HashMap<>(consumer.endOffsets(places));
            before.forEach((place, offset) ->
                    ends.computeIfPresent(place.inKafka(), (partition, end) -> Math.min(end, offset)));
            var from = new HashMap<TopicPartition, Long>();
            ends.forEach((partition, end) -> {
                var start = Math.max(starts.getOrDefault(partition, 0L), end - limit);
                if (start < end) {
                    from.put(partition, start);
                }
            });
            return merged(read(consumer, from, ends), limit);
        }
    }

    /** The letter that lies there; nothing when there is none, or none any more. */
    public Optional<ConsumerRecord<byte[], byte[]>> find(Place place, long offset) {
        if (!topics.contains(place.topic())) {
            return Optional.empty();
        }
        try (var consumer = consumer()) {
            var partition = place.inKafka();
            if (!partitions(consumer).contains(partition)
                    || consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L) > offset
                    || consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) <= offset) {
                return Optional.empty();
            }
            var letters = read(consumer, Map.of(partition, offset), Map.of(partition, offset + 1));
            return letters.values().stream()
                    .flatMap(Collection::stream)
                    .findFirst()
                    .filter(letter -> letter.offset() == offset);
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic + DeadLetters.SUFFIX).stream())
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
    }

    /** What lies from the given offsets on and before their ends, each partition's newest first. */
    private static Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> read(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        var letters = new HashMap<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>>();
        if (from.isEmpty()) {
            return letters;
        }
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (from.keySet().stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The dead letters did not come in time");
            }
            for (var letter : consumer.poll(POLL)) {
                var partition = new TopicPartition(letter.topic(), letter.partition());
                if (letter.offset() < ends.getOrDefault(partition, 0L)) {
                    letters.computeIfAbsent(partition, key -> new ArrayDeque<>())
                            .addFirst(letter);
                }
            }
        }
        return letters;
    }

    /** By time, but never out of a partition's order, so that a page can go on where the one before ended. */
    private static List<Letter> merged(Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> letters, int limit) {
        var merged = new ArrayList<Letter>();
        while (merged.size() < limit) {
            var newest = letters.values().stream()
                    .filter(deque -> !deque.isEmpty())
                    .max(Comparator.comparing(deque -> deque.getFirst().timestamp()));
            if (newest.isEmpty()) {
                return merged;
            }
            var letter = newest.get().removeFirst();
            merged.add(new Letter(Place.of(letter), letter.offset(), letter));
        }
        return merged;
    }

    private Consumer<byte[], byte[]> consumer() {
        var properties = new HashMap<>(settings.properties());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
        properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
