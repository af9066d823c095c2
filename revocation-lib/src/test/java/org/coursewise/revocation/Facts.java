package org.coursewise.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;

/** Facts as Kafka hands them out. */
final class Facts {

    private Facts() {}

    static ConsumerRecord<byte[], byte[]> fact(int partition, long offset, String fact, String data, Instant at) {
        var event = new Event(
                UUID.randomUUID(), "org.coursewise.auth.user." + fact, "/coursewise/auth", at, "ada", null, data);
        var record = EventRecords.toRecord(DenyListReader.TOPIC, event);
        return record(partition, offset, record.value(), new RecordHeaders(record.headers()));
    }

    static ConsumerRecord<byte[], byte[]> rubbish(int partition, long offset) {
        return record(partition, offset, "no fact".getBytes(UTF_8), new RecordHeaders());
    }

    private static ConsumerRecord<byte[], byte[]> record(
            int partition, long offset, byte[] value, RecordHeaders headers) {
        var key = "ada".getBytes(UTF_8);
        return new ConsumerRecord<>(
                DenyListReader.TOPIC,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                headers,
                Optional.empty());
    }
}
