package org.coursewise.events.consumer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a consumer is at work on, for those who ask after its health. */
final class InHand {

    /** One record at work: since when, and whether it only waits for something to come back. */
    private record Work(String place, long since, boolean waiting) {}

    private final Map<ConsumerRecord<?, ?>, Work> works = new ConcurrentHashMap<>();

    /** A new attempt. */
    void attempt(ConsumerRecord<?, ?> record) {
        works.put(record, new Work(place(record), System.nanoTime(), false));
    }

    /** It waits for what will pass: infrastructure that is away. */
    void waits(ConsumerRecord<?, ?> record) {
        works.put(record, new Work(place(record), System.nanoTime(), true));
    }

    void done(ConsumerRecord<?, ?> record) {
        works.remove(record);
    }

    boolean isEmpty() {
        return works.isEmpty();
    }

    boolean anyWaits() {
        return works.values().stream().anyMatch(Work::waiting);
    }

    /** The place of a record whose attempt takes longer than that. */
    Optional<String> longerThan(Duration limit) {
        var now = System.nanoTime();
        return works.values().stream()
                .filter(work -> !work.waiting() && now - work.since() > limit.toNanos())
                .map(Work::place)
                .findFirst();
    }

    static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
