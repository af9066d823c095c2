package org.coursewise.events.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = new TopicPartition("said", 0);

    private final ConcurrentLinkedDeque<MockConsumer<byte[], byte[]>> made = new ConcurrentLinkedDeque<>();
    private final KafkaChannel channel = new KafkaChannel("channel-test", "said", this::make);

    @BeforeEach
    void start() {
        var thread = new Thread(channel, "channel-test");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void end() {
        channel.askToClose();
        channel.awaitClosed();
    }

    @Test
    void whatIsAcknowledgedIsCommittedAndWhatIsNotIsNot() throws Exception {
        var kafka = joined(1);
        kafka.schedulePollTask(() -> add(kafka, 0, 1));
        var first = next();
        next();
        first.ack();
        await().atMost(PATIENCE).until(() -> committed(kafka) == 1);
        assertThat(committed(kafka)).isEqualTo(1);
    }

    @Test
    void aConsumerThatThrowsIsReplacedAndTheStreamGoesOn() throws Exception {
        var broken = joined(1);
        broken.setPollException(new KafkaException("the broker is gone"));
        var fresh = joined(2);
        fresh.schedulePollTask(() -> add(fresh, 0));
        assertThat(new String(next().getPayload(), UTF_8)).isEqualTo("0");
    }

    @Test
    void itPollsOnWhileNobodyAsks() {
        var kafka = joined(1);
        kafka.schedulePollTask(() -> add(kafka, 0, 1, 2));
        await().atMost(PATIENCE).until(() -> kafka.paused().contains(PARTITION));
        await().during(Duration.ofSeconds(2)).until(() -> channel.silence().toMillis() < 1_500);
    }

    @Test
    void itsHealthIsThatOfItsReading() {
        var consumer = new EventConsumer(
                ConsumerSettings.of("channel-test", "said"),
                event -> {},
                failure -> false,
                new DeadLetters(() -> {
                    throw new IllegalStateException("not used");
                }),
                Runnable::run);
        assertThat(ConsumerHealth.of(consumer, null).well()).isFalse();
        joined(1);
        await().atMost(PATIENCE)
                .until(() -> ConsumerHealth.of(consumer, channel).well());
        assertThat(ConsumerHealth.of(consumer, channel).detail()).isEqualTo("reads 1 partitions");
    }

    private KafkaMessage next() throws ExecutionException, InterruptedException, TimeoutException {
        return channel.next().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The so-many-eth consumer, once it has its partition. */
    private MockConsumer<byte[], byte[]> joined(int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        made.size() >= count && !made.getLast().subscription().isEmpty());
        var kafka = made.getLast();
        kafka.schedulePollTask(() -> kafka.rebalance(List.of(PARTITION)));
        await().atMost(PATIENCE).until(() -> kafka.assignment().contains(PARTITION));
        return kafka;
    }

    private MockConsumer<byte[], byte[]> make() {
        var kafka = new MockConsumer<byte[], byte[]>("earliest");
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
        made.add(kafka);
        return kafka;
    }

    private static void add(MockConsumer<byte[], byte[]> kafka, long... offsets) {
        for (var offset : offsets) {
            kafka.addRecord(new ConsumerRecord<>(
                    "said", 0, offset, null, Long.toString(offset).getBytes(UTF_8)));
        }
    }

    private static long committed(MockConsumer<byte[], byte[]> kafka) {
        var offset = kafka.committed(Set.of(PARTITION)).get(PARTITION);
        return offset == null ? -1 : offset.offset();
    }
}
