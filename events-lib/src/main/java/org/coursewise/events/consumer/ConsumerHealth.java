package org.coursewise.events.consumer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether one consumer does its work, as far as that depends on this service. It is well while its channel reads and
 * its events are handled or wait for infrastructure; it is not before it has joined its group, once its channel has
 * ended, or when an event takes far too long. Kafka being away is not this consumer's illness: it will go on.
 */
record ConsumerHealth(boolean well, String detail) {

    /** The channel's thread looks at Kafka several times a second. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    static ConsumerHealth of(EventConsumer consumer, @Nullable KafkaChannel channel) {
        if (channel == null) {
            return new ConsumerHealth(false, "its channel has not begun, or has ended");
        }
        var stuck = consumer.inHand().longerThan(consumer.settings().stuckAfter());
        if (stuck.isPresent()) {
            return new ConsumerHealth(false, "stuck at " + stuck.get());
        }
        if (!channel.joined()) {
            return new ConsumerHealth(false, "has not joined its group yet");
        }
        if (channel.failing()) {
            return new ConsumerHealth(false, "fails to read, see the log");
        }
        if (channel.silence().compareTo(SILENCE) > 0) {
            return new ConsumerHealth(
                    false, "has not looked for records for " + channel.silence().toSeconds() + " s");
        }
        if (consumer.inHand().anyWaits()) {
            return new ConsumerHealth(true, "waits for infrastructure");
        }
        return new ConsumerHealth(true, "reads " + channel.partitions() + " partitions");
    }
}
