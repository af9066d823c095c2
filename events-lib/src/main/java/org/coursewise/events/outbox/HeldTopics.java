package org.coursewise.events.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Topics that Kafka did not take a row of, and how long they are left alone: one, two, four and at most eight seconds.
 * Each attempt blocks the relay for a while, and the other topics must not wait for one that was never made.
 */
final class HeldTopics {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private record Hold(long until, Duration length) {}

    private final Map<String, Hold> holds = new HashMap<>();

    void hold(String topic) {
        var before = holds.get(topic);
        var length = before == null ? FIRST : before.length().multipliedBy(2);
        length = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        holds.put(topic, new Hold(System.nanoTime() + length.toNanos(), length));
    }

    /** A topic took a row: its next trouble is a new one. */
    void release(String topic) {
        holds.remove(topic);
    }

    Set<String> names() {
        var now = System.nanoTime();
        return holds.entrySet().stream()
                .filter(hold -> hold.getValue().until() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return holds.isEmpty();
    }
}
