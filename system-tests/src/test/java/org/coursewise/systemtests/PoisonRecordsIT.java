package org.coursewise.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.coursewise.localstack.LocalStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever email cannot handle is set aside with the reason, and the mail that is asked for behind it comes soon. */
@Tag("faults")
@ExtendWith(SharedStack.class)
@TestInstance(Lifecycle.PER_CLASS)
class PoisonRecordsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SOON_MILLIS = 10_000;
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    private final LocalStack stack;

    PoisonRecordsIT(LocalStack stack) {
        this.stack = stack;
    }

    private enum Poison {
        BROKEN_JSON("send-requested", "{\"to\": \"ada@example.org\", \"template\": "),
        NO_VALUE("send-requested", null),
        TWO_MEGABYTES_OF_IT(
                "send-requested",
                "{\"to\": \"ada@example.org\", \"template\": \"welcome\", \"variables\": {\"displayName\": \""
                        + "x".repeat(TWO_MEGABYTES) + "\"}}"),
        UNKNOWN_TYPE("postcard-requested", "{}");

        private final String type;
        private final @Nullable String value;

        Poison(String type, @Nullable String value) {
            this.type = type;
            this.value = value;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeHandledIsSetAsideWithTheReasonAndTheNextIsMailed(Poison poison) throws Exception {
        var key = poison + " " + UUID.randomUUID();
        var next = poison.name().toLowerCase(Locale.ROOT) + "@poison.example.org";
        write(key, poison);
        var begun = System.nanoTime();
        // of the same key: in the same partition, and handled after it
        new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC)
                .write(MailCommands.welcome(UUID.randomUUID(), key, next));

        new Mailbox(stack.addresses().ports().imap(), next).waitFor(1);
        var millis = (System.nanoTime() - begun) / 1_000_000;
        var letters = new Topic(stack.kafkaBootstrapServers(), MailCommands.TOPIC + ".dlq");
        var letter = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> letters.read().stream()
                                .filter(entry -> key.equals(entry.key()))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        System.out.printf(
                "%s: set aside because \"%s\"; the next mail came after %d ms%n",
                poison, letter.headers().get("dlq_reason"), millis);
        assertThat(letter.headers())
                .containsEntry("dlq_topic", MailCommands.TOPIC)
                .containsEntry("dlq_consumer", "email-war-commands");
        assertThat(letter.headers().get("dlq_reason")).isNotBlank();
        assertThat(millis).isLessThan(SOON_MILLIS);
    }

    /** Packed, so that the broker takes what is large only once it is unpacked. */
    private void write(String key, Poison poison) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                stack.kafkaBootstrapServers(),
                "compression.type",
                "gzip",
                "max.request.size",
                2 * TWO_MEGABYTES);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var value = poison.value == null ? null : poison.value.getBytes(UTF_8);
            var record = new ProducerRecord<>(MailCommands.TOPIC, key, value);
            MailCommands.headers(UUID.randomUUID(), poison.type)
                    .forEach((header, content) -> record.headers().add(header, content.getBytes(UTF_8)));
            producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
