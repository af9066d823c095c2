package org.coursewise.events.consumer;

import java.time.Duration;

/**
 * How a consumer works.
 *
 * @param name the channel's {@code group.id}; one channel, one name. Dead letters carry it
 * @param topic the channel's topic
 * @param lanes how many events of different keys are handled at once; events of one key wait for each other
 * @param attempts how often an event is tried before it becomes a dead letter, not counting failures that will pass
 * @param firstPause between the first two attempts; doubles from one to the next
 * @param longestPause between two attempts
 * @param stuckAfter how long one attempt may take before the consumer counts as stuck
 */
public record ConsumerSettings(
        String name,
        String topic,
        int lanes,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration stuckAfter) {

    /** Four lanes, five attempts within some seconds. */
    public static ConsumerSettings of(String name, String topic) {
        return new ConsumerSettings(
                name, topic, 4, 5, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    public ConsumerSettings withLanes(int number) {
        return new ConsumerSettings(name, topic, number, attempts, firstPause, longestPause, stuckAfter);
    }

    /** How long to wait after so many failures. */
    Duration pauseAfter(int failures) {
        var doublings = Math.min(failures - 1, 16);
        var pause = firstPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
