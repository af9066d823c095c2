package org.coursewise.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.coursewise.trace.TraceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordsTest {

    private static final TraceContext TRACE =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01");

    record Registered(String userId, List<String> roles, Instant at) {
        Registered {
            Objects.requireNonNull(userId);
        }
    }

    private final EventFactory events = new EventFactory(
            "/coursewise/auth",
            Clock.fixed(Instant.parse("2026-11-23T08:00:00.123456789Z"), ZoneOffset.UTC),
            () -> UUID.fromString("0b5a3c1e-6c1e-4b1e-9f0a-3d2b7a1c4e5f"));

    @Test
    void writesAnEventAsCloudEventsInBinaryMode() {
        var record = EventRecords.toRecord("auth.user.v1", event());

        assertThat(record.topic()).isEqualTo("auth.user.v1");
        assertThat(new String(record.key(), UTF_8)).isEqualTo("ada");
        assertThat(new String(record.value(), UTF_8))
                .isEqualTo("{\"userId\":\"ada\",\"roles\":[\"learner\"],\"at\":\"2026-11-23T08:00:00Z\"}");
        assertThat(StreamSupport.stream(record.headers().spliterator(), false).map(EventRecordsTest::text))
                .containsExactlyInAnyOrder(
                        "ce_specversion: 1.0",
                        "ce_id: 0b5a3c1e-6c1e-4b1e-9f0a-3d2b7a1c4e5f",
                        "ce_type: org.coursewise.auth.user.registered",
                        "ce_source: /coursewise/auth",
                        "ce_time: 2026-11-23T08:00:00.123456Z",
                        "content-type: application/json",
                        "traceparent: " + TRACE.traceparent());
    }

    @Test
    void readsWhatItWrote() {
        var read = EventRecords.fromRecord(received(record -> {}));
        assertThat(read).isEqualTo(event());
        assertThat(read.data(Registered.class).roles()).containsExactly("learner");
    }

    @Test
    void membersThatTheReaderDoesNotKnowAreLeftOut() {
        assertThat(withData("{\"userId\":\"ada\",\"added\":{\"later\":1}}")
                        .data(Registered.class)
                        .userId())
                .isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"roles\":[]}", "{\"userId\":\"ada\",\"roles\":\"s3cret\"}", "{\"userId\":{}}"})
    void dataThatDoesNotFitIsNamedWithoutItsContent(String data) {
        assertThatThrownBy(() -> withData(data).data(Registered.class))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("Registered")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, The header ce_id is missing",
        "ce_type, The header ce_type is missing",
        "ce_source, The header ce_source is missing",
        "ce_specversion, The header ce_specversion is missing",
        "ce_time, The header ce_time is missing",
        "content-type, The header content-type is not application/json"
    })
    void aMissingHeaderIsNamed(String header, String complaint) {
        assertMalformed(headers -> headers.remove(header), complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, 17, The header ce_id is not a UUID",
        "ce_specversion, 9.9, The headers are no CloudEvent",
        "ce_time, yesterday, The headers are no CloudEvent",
        "ce_source, not a uri, The headers are no CloudEvent",
        "content-type, text/xml, The header content-type is not application/json"
    })
    void aMalformedHeaderIsNamed(String header, String value, String complaint) {
        assertMalformed(headers -> headers.remove(header).add(header, value.getBytes(UTF_8)), complaint);
    }

    @Test
    void aHeaderThatIsNotUtf8IsNamed() {
        assertMalformed(
                headers -> headers.remove("ce_type").add("ce_type", new byte[] {(byte) 0xff}),
                "The header ce_type is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1}{\"a\":2}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "nonsense"})
    void aValueThatIsNotJsonIsSaidToBeSo(String value) {
        assertMalformedValue(value.getBytes(UTF_8), "The value is not JSON");
    }

    @Test
    void aValueOfTheWrongKindIsNamed() {
        assertMalformedValue("[1]".getBytes(UTF_8), "not an object");
        assertMalformedValue(new byte[] {(byte) 0xc3, (byte) 0x28}, "The value is not UTF-8");
        assertMalformedValue(new byte[0], "The value is empty");
        assertMalformedValue(null, "The record has no value");
        assertMalformedValue(new byte[(1 << 20) + 1], "1048577 bytes, more than 1 MiB");
        assertMalformedValue(("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8), "The value is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void aMalformedTraceCostsNoEvent(String traceparent) {
        var record = received(headers -> headers.remove("traceparent").add("traceparent", traceparent.getBytes(UTF_8)));
        assertThat(EventRecords.fromRecord(record).traceparent()).isNull();
    }

    @Test
    void anEventShowsNothingOfItsData() {
        assertThat(event().toString()).contains("registered", "0b5a3c1e").doesNotContain("learner");
    }

    private Event event() {
        try (var trace = TRACE.open()) {
            return events.event(
                    "org.coursewise.auth.user.registered",
                    "ada",
                    new Registered("ada", List.of("learner"), Instant.parse("2026-11-23T08:00:00Z")));
        }
    }

    private Event withData(String data) {
        var event = event();
        return new Event(event.id(), event.type(), event.source(), event.time(), event.key(), null, data);
    }

    private void assertMalformed(Consumer<Headers> change, String complaint) {
        assertThatThrownBy(() -> EventRecords.fromRecord(received(change)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(complaint);
    }

    private void assertMalformedValue(byte[] value, String complaint) {
        var sent = EventRecords.toRecord("auth.user.v1", event());
        assertThatThrownBy(() -> EventRecords.fromRecord(received(sent, value)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining(complaint);
    }

    private ConsumerRecord<byte[], byte[]> received(Consumer<Headers> change) {
        var sent = EventRecords.toRecord("auth.user.v1", event());
        change.accept(sent.headers());
        return received(sent, sent.value());
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent, byte[] value) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                7,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                value,
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    private static String text(Header header) {
        return header.key() + ": " + new String(header.value(), UTF_8);
    }
}
