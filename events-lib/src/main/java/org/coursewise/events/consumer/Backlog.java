package org.coursewise.events.consumer;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far one consumer is behind.
 *
 * @param lag records not acknowledged yet, by all replicas together; null while Kafka does not answer
 * @param deadLetters records of the topic that were set aside; null while Kafka does not answer
 */
@Schema(name = "ConsumerBacklog")
public record Backlog(
        @Schema(examples = "email-war-commands") String consumer,
        @Schema(examples = "email.command.v1") String topic,
        @Nullable Long lag,
        @Nullable Long deadLetters) {

    /** Asks Kafka. */
    public static Backlog of(ConsumerSettings consumer, KafkaProbe probe) {
        return new Backlog(
                consumer.name(),
                consumer.topic(),
                known(probe.lag(consumer)),
                known(probe.deadLetters(consumer.topic())));
    }

    /** Of one consumer, a figure as a gauge shows it: NaN while it is not known. */
    public static ToDoubleFunction<List<Backlog>> figure(String consumer, Function<Backlog, @Nullable Long> figure) {
        return backlogs -> backlogs.stream()
                .filter(backlog -> backlog.consumer().equals(consumer))
                .mapToDouble(backlog -> {
                    var count = figure.apply(backlog);
                    return count == null ? Double.NaN : count;
                })
                .findFirst()
                .orElse(Double.NaN);
    }

    private static @Nullable Long known(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }
}
