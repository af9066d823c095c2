package org.coursewise.email.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.coursewise.events.consumer.DeadLetterBox.Letter;
import org.coursewise.events.consumer.DeadLetters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter as clients see it. What is not UTF-8 is shown with U+FFFD in its place. */
@Schema(name = "DeadLetter")
record DeadLetterView(
        @Schema(examples = "email.command.v1~2~17") String id,

        @Schema(description = "Where the record was at first", examples = "email.command.v1") @Nullable
        String topic,

        @Schema(examples = "2") @Nullable Long partition,

        @Schema(examples = "4711") @Nullable Long offset,

        @Schema(description = "Who could not handle it", examples = "email-war-commands") @Nullable
        String consumer,

        @Schema(examples = "to and template have to be there") @Nullable
        String reason,

        @Schema(description = "When it was set aside") Instant at,

        @Schema(description = "The record's key", examples = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11") @Nullable
        String key,

        @Schema(description = "The record's own headers") Map<String, String> headers,

        @Schema(
                description = "The record's value, at most its first 16 KiB",
                examples = "{\"to\": \"ada@example.org\"}")
        @Nullable
        String value,

        @Schema(description = "Whether the value is longer than shown, or was too large to keep", examples = "false")
        boolean truncated) {

    private static final int SHOWN_BYTES = 16 * 1024;
    private static final String OURS = "dlq_";

    static DeadLetterView of(Letter letter) {
        var record = letter.record();
        var headers = record.headers();
        var value = record.value();
        return new DeadLetterView(
                LetterId.of(letter).toString(),
                header(headers, DeadLetters.TOPIC),
                number(headers, DeadLetters.PARTITION),
                number(headers, DeadLetters.OFFSET),
                header(headers, DeadLetters.CONSUMER),
                header(headers, DeadLetters.REASON),
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? null : new String(record.key(), UTF_8),
                others(headers),
                value == null ? null : new String(value, 0, Math.min(value.length, SHOWN_BYTES), UTF_8),
                (value != null && value.length > SHOWN_BYTES) || header(headers, DeadLetters.VALUE_OMITTED) != null);
    }

    private static Map<String, String> others(Headers headers) {
        var others = new TreeMap<String, String>();
        headers.forEach(header -> {
            if (!header.key().startsWith(OURS) && header.value() != null) {
                others.put(header.key(), new String(header.value(), UTF_8));
            }
        });
        return others;
    }

    private static @Nullable Long number(Headers headers, String name) {
        var text = header(headers, name);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
