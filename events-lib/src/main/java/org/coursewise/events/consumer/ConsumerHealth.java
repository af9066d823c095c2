package org.coursewise.events.consumer;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether one consumer does its work, as far as that depends on this service. It is well while it is polled and while
 * its events are handled or wait for infrastructure; it is not before it has joined its group, once its stream has
 * ended, or when an event takes far too long. Kafka being away is not this consumer's illness: it will go on.
 */
final class ConsumerHealth {

    /** What is said of a consumer. */
    record Finding(boolean well, String detail) {}

    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final EventConsumer consumer;
    private final BooleanSupplier kafkaAnswers;
    private final LongSupplier nanoTime;
    private boolean joined;
    private long beats = -1;
    private long lastBeat;

    ConsumerHealth(EventConsumer consumer, BooleanSupplier kafkaAnswers, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.kafkaAnswers = kafkaAnswers;
        this.nanoTime = nanoTime;
    }

    synchronized Finding examine() {
        var settings = consumer.settings();
        var pulse = ConsumerPulse.of(settings.name());
        if (pulse == null) {
            return new Finding(false, "its stream has not begun, or has ended");
        }
        var stuck = consumer.inHand().longerThan(settings.stuckAfter());
        if (stuck.isPresent()) {
            return new Finding(false, "stuck at " + stuck.get());
        }
        joined = joined || pulse.joins() > 0;
        if (!joined) {
            return new Finding(false, "has not joined its group yet");
        }
        if (pulse.beats() != beats || !consumer.inHand().isEmpty()) {
            beats = pulse.beats();
            lastBeat = nanoTime.getAsLong();
            return new Finding(
                    true,
                    consumer.inHand().anyWaits()
                            ? "waits for infrastructure"
                            : "reads " + pulse.assignedPartitions() + " partitions");
        }
        return silent();
    }

    private Finding silent() {
        var now = nanoTime.getAsLong();
        if (now - lastBeat < SILENCE.toNanos()) {
            return new Finding(true, "silent for a moment");
        }
        if (!kafkaAnswers.getAsBoolean()) {
            // when Kafka is back, it takes a moment to find it
            lastBeat = now;
            return new Finding(true, "waits for Kafka");
        }
        return new Finding(false, "does not read any more though Kafka answers");
    }
}
