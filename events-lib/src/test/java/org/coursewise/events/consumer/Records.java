package org.coursewise.events.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Records and messages as the connector hands them over. */
final class Records {

    private Records() {}

    static ConsumerRecord<byte[], byte[]> good(String key, long offset) {
        return good(UUID.randomUUID(), key, offset);
    }

    static ConsumerRecord<byte[], byte[]> good(UUID id, String key, long offset) {
        var event = new Event(
                id,
                "org.coursewise.test.said",
                "/coursewise/test",
                Instant.parse("2026-11-23T08:00:00Z"),
                key,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "{\"offset\":" + offset + "}");
        var sent = EventRecords.toRecord("said", event);
        return record(sent.key(), sent.value(), sent.headers(), offset);
    }

    static ConsumerRecord<byte[], byte[]> withValue(byte[] value, long offset) {
        var good = good("ada", offset);
        return record(good.key(), value, good.headers(), offset);
    }

    /** What was sent, as it is received. */
    static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent, long offset) {
        return record(sent.key(), sent.value(), sent.headers(), offset);
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value, Headers headers, long offset) {
        return new ConsumerRecord<>(
                "said", 2, offset, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    /** A message that knows what became of it. */
    static final class Arrival implements Message<byte[]> {

        private final ConsumerRecord<byte[], byte[]> record;
        private volatile boolean acknowledged;
        private volatile boolean refused;

        Arrival(ConsumerRecord<byte[], byte[]> record) {
            this.record = record;
        }

        boolean acknowledged() {
            return acknowledged;
        }

        boolean refused() {
            return refused;
        }

        @Override
        public byte[] getPayload() {
            return record.value();
        }

        @Override
        public CompletionStage<Void> ack() {
            acknowledged = true;
            // as when the partition went to another replica meanwhile
            return CompletableFuture.failedFuture(new IllegalStateException("Partition is closed"));
        }

        @Override
        public CompletionStage<Void> nack(Throwable reason) {
            refused = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public <C> C unwrap(Class<C> type) {
            return type.cast(record);
        }
    }
}
