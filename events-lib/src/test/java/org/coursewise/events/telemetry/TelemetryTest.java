package org.coursewise.events.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.coursewise.events.EventFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    private static final int MORE_THAN_FIT = 10_100;

    private final EventFactory events = new EventFactory("/coursewise/test", Clock.systemUTC());
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void whatIsSaidArrives() {
        try (var telemetry = new Telemetry("seen.v1", () -> kafka)) {
            telemetry.start(executor);
            telemetry.say(events.event("org.example.seen", "key", Map.of("a", 1)));
            Awaitility.await().untilAsserted(() -> assertThat(kafka.history()).hasSize(1));
            assertThat(kafka.history().get(0).topic()).isEqualTo("seen.v1");
            assertThat(telemetry.dropped()).isZero();
        }
    }

    @Test
    void whatFindsNoRoomIsCounted() {
        try (var telemetry = new Telemetry("seen.v1", () -> kafka)) {
            for (var i = 0; i < MORE_THAN_FIT; i++) {
                telemetry.say(events.event("org.example.seen", "key", Map.of()));
            }
            assertThat(telemetry.dropped()).isEqualTo(100);
        }
    }

    @Test
    void whatKafkaDoesNotTakeIsCounted() {
        kafka.sendException = new KafkaException("away");
        try (var telemetry = new Telemetry("seen.v1", () -> kafka)) {
            telemetry.start(executor);
            telemetry.say(events.event("org.example.seen", "key", Map.of()));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(telemetry.dropped()).isOne());
        }
    }
}
