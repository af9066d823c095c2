package org.coursewise.events.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.coursewise.events.testing.KafkaProcess;
import org.coursewise.events.testing.KafkaReader;
import org.coursewise.events.testing.Servers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

    private static final KafkaProcess kafka = Servers.kafka();

    @BeforeAll
    static void createTopics() {
        kafka.createTopic("said", 3);
        kafka.createTopic("said.dlq", 1);
    }

    @Test
    void whatKafkaDoesNotTakeAgainIsSetAsideWithoutItsValue() throws Exception {
        var small = Records.withValue(new byte[] {1, 2, 3}, 1);
        var large = Records.withValue(new byte[2 << 20], 2);
        try (var letters = new DeadLetters(
                        () -> kafka.settings().patientProducer("letters", Map.of("max.request.size", 16 << 20)));
                var reader = new KafkaReader(kafka.settings(), "said.dlq")) {
            letters.write(large, "tests", "too large");
            letters.write(small, "tests", "nonsense");

            await().atMost(Duration.ofSeconds(30)).until(() -> reader.read().size() == 2);
            assertThat(reader.read().get(0).value()).isNull();
            assertThat(Records.header(reader.read().get(0).headers(), DeadLetters.VALUE_OMITTED))
                    .isEqualTo("true");
            assertThat(Records.header(reader.read().get(0).headers(), DeadLetters.OFFSET))
                    .isEqualTo("2");
            assertThat(reader.read().get(1).value()).containsExactly(1, 2, 3);
        }
        try (var probe = new KafkaProbe(kafka.settings())) {
            assertThat(probe.answers()).isTrue();
            assertThat(probe.deadLetters("said")).hasValue(2);
        }
    }

    @Test
    void aConsumerThatNeverReadIsBehindByAllThereIs() throws Exception {
        try (var producer = kafka.settings().patientProducer("test", Map.of());
                var probe = new KafkaProbe(kafka.settings())) {
            var consumer = ConsumerSettings.of("never-read", "said");
            for (var key : List.of("a", "b", "c", "d")) {
                var record = Records.good(key, 0);
                producer.send(new ProducerRecord<>("said", null, record.key(), record.value(), record.headers()))
                        .get();
            }
            assertThat(probe.lag(consumer)).hasValue(4);
            assertThat(probe.lag(ConsumerSettings.of("never-read", "no-such-topic")))
                    .isEmpty();
        }
    }
}
