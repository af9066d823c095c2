package org.coursewise.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records in CloudEvents' binary mode, by the CloudEvents SDK: attributes in {@code ce_…} headers, the
 * JSON data as value. The trace travels in a header {@code traceparent} of its own, where tracing agents look for it.
 *
 * <p>What comes in is held to more than the SDK asks: strict UTF-8, an id that is a UUID, a time, a key, and a value
 * that is one JSON object of at most 1 MiB.
 */
public final class EventRecords {

    /** What Kafka takes by default, and more than any event of ours needs. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String JSON = "application/json";
    private static final String CONTENT_TYPE = "content-type";
    private static final String TRACEPARENT = "traceparent";
    /** Version, trace id, parent id and flags as the W3C's Trace Context has them. */
    private static final Pattern VALID_TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private EventRecords() {}

    public static ProducerRecord<byte[], byte[]> toRecord(String topic, Event event) {
        var cloudEvent = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withType(event.type())
                .withSource(URI.create(event.source()))
                .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
                .withData(JSON, event.data().getBytes(UTF_8))
                .build();
        var record = KafkaMessageFactory.createWriter(topic, event.key().getBytes(UTF_8))
                .writeBinary(cloudEvent);
        if (event.traceparent() != null) {
            record.headers().add(TRACEPARENT, event.traceparent().getBytes(UTF_8));
        }
        return record;
    }

    /** @throws MalformedEventException saying what is wrong, without the content */
    public static Event fromRecord(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new MalformedEventException("The record has no value");
        }
        if (record.key() == null) {
            throw new MalformedEventException("The record has no key");
        }
        if (record.value().length > MOST_BYTES) {
            throw new MalformedEventException("The value has " + record.value().length + " bytes, more than 1 MiB");
        }
        requireUtf8(record.headers());
        var value = text(record.value(), "value");
        EventJson.requireObject(value);
        var event = cloudEvent(record);
        if (event.getTime() == null) {
            throw new MalformedEventException("The header ce_time is missing");
        }
        return new Event(
                id(event.getId()),
                event.getType(),
                event.getSource().toString(),
                event.getTime().toInstant(),
                text(record.key(), "key"),
                traceparent(record.headers()),
                value);
    }

    private static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> record) {
        var contentType = header(record.headers(), CONTENT_TYPE);
        if (contentType == null || !contentType.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
            throw new MalformedEventException("The header content-type is not " + JSON);
        }
        for (var name : new String[] {"ce_specversion", "ce_id", "ce_type", "ce_source"}) {
            if (header(record.headers(), name) == null) {
                throw new MalformedEventException("The header " + name + " is missing");
            }
        }
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedEventException("The headers are no CloudEvent: " + e.getMessage());
        }
    }

    private static UUID id(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the same complaint
        }
        throw new MalformedEventException("The header ce_id is not a UUID");
    }

    /** A trace that is not well-formed is as good as none: it must not cost an event. */
    private static @Nullable String traceparent(Headers headers) {
        var text = header(headers, TRACEPARENT);
        return text != null && VALID_TRACEPARENT.matcher(text).matches() ? text : null;
    }

    private static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : text(header.value(), "header " + name);
    }

    private static void requireUtf8(Headers headers) {
        for (var header : headers) {
            if (header.key().startsWith("ce_") && header.value() != null) {
                text(header.value(), "header " + header.key());
            }
        }
    }

    private static String text(byte[] bytes, String what) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedEventException("The " + what + " is not UTF-8");
        }
    }
}
