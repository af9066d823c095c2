package org.coursewise.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.coursewise.events.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchTest {

    private final List<String> sent = new ArrayList<>();

    @Test
    void whatKafkaTookIsPublished() throws Exception {
        var dispatch = dispatched(Map.of(), row(1, "a"), row(2, "b"));
        assertThat(dispatch.published()).containsExactly(1L, 2L);
        assertThat(dispatch.trouble()).isNull();
    }

    @Test
    void whatIsTooLargeIsImpossibleAndTheRestGoesOn() throws Exception {
        var dispatch = dispatched(Map.of("a", new RecordTooLargeException("2 MB")), row(1, "a"), row(2, "b"));
        assertThat(dispatch.impossible()).containsExactly(Map.entry(1L, "RecordTooLargeException: 2 MB"));
        assertThat(dispatch.published()).containsExactly(2L);
        assertThat(dispatch.broken()).isFalse();
    }

    @Test
    void anEventThatCannotBeWrittenIsImpossible() throws Exception {
        var event = row(1, "a").event();
        var odd = new Event(event.id(), event.type(), "not a uri", event.time(), event.key(), null, event.data());
        var dispatch = dispatched(Map.of(), new OutboxRow(1, "a", odd), row(2, "a"));
        assertThat(dispatch.impossible()).containsOnlyKeys(1L);
        assertThat(dispatch.published()).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(classes = {TimeoutException.class, TopicAuthorizationException.class})
    void nothingOfATopicOvertakesARowThatHadToStay(Class<? extends RuntimeException> failure) throws Exception {
        var cause = failure.getConstructor(String.class).newInstance("a");
        var dispatch = dispatched(Map.of("a", cause), row(1, "a"), row(2, "b"), row(3, "a"));
        assertThat(dispatch.unreachable()).containsExactly("a");
        assertThat(dispatch.published()).containsExactly(2L);
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void afterAProducerBrokeNothingMoreIsSent() throws Exception {
        var dispatch = dispatched(Map.of("a", new KafkaException("fatal")), row(1, "a"), row(2, "b"));
        assertThat(dispatch.broken()).isTrue();
        assertThat(sent).containsExactly("a");
        assertThat(dispatch.published()).isEmpty();
    }

    @Test
    void waitingEndsWhenNobodyWantsIt() {
        var silent = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        var dispatch = new Dispatch(silent);
        assertThatThrownBy(() -> dispatch.send(List.of(row(1, "a")), () -> {
                    throw new SQLException("the lock is gone");
                }))
                .hasMessage("the lock is gone");
    }

    private Dispatch dispatched(Map<String, RuntimeException> failures, OutboxRow... rows) throws Exception {
        var dispatch = new Dispatch(new TroubledProducer(failures));
        dispatch.send(List.of(rows), () -> {});
        return dispatch;
    }

    private static OutboxRow row(long position, String topic) {
        var event = new Event(UUID.randomUUID(), "org.coursewise.test.said", "/test", Instant.EPOCH, "key", null, "{}");
        return new OutboxRow(position, topic, event);
    }

    /** Fails for some topics as Kafka's producer does: by the future. */
    private final class TroubledProducer extends MockProducer<byte[], byte[]> {

        private final Map<String, RuntimeException> failures;

        TroubledProducer(Map<String, RuntimeException> failures) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.failures = failures;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            sent.add(record.topic());
            var failure = failures.get(record.topic());
            return failure == null ? super.send(record) : CompletableFuture.failedFuture(failure);
        }
    }
}
