package org.coursewise.events.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.coursewise.events.Event;
import org.coursewise.events.consumer.Records.Arrival;
import org.coursewise.trace.TraceContext;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventConsumerTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean kafkaTakesLetters = new AtomicBoolean(true);
    private final MockProducer<byte[], byte[]> letters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Queue<Event> handled = new ConcurrentLinkedQueue<>();
    private EventHandler handler = handled::add;
    private EventConsumer consumer;

    @AfterEach
    void stop() {
        consumer.close();
        threads.shutdownNow();
    }

    @Test
    void aRecordIsAcknowledgedWhenItIsHandledAndNotBefore() {
        var permission = new CountDownLatch(1);
        handler = event -> {
            awaitQuietly(permission);
            handled.add(event);
        };
        open();
        var message = receive(new Arrival(Records.good("ada", 1)));
        assertThat(message.acknowledged()).isFalse();
        permission.countDown();
        await().until(message::acknowledged);
        assertThat(handled).hasSize(1);
    }

    @Test
    void nothingIsHandledBeforeTheServiceIsReady() {
        consumer = newConsumer();
        var message = new Arrival(Records.good("ada", 1));
        var next = consumer.receive(message).toCompletableFuture();
        assertThat(next).isNotDone();
        assertThat(handled).isEmpty();
        consumer.open();
        await().until(message::acknowledged);
        assertThat(next).isCompleted();
    }

    @Test
    void eventsOfAKeyAreHandledInTheirOrderAndOthersMeanwhile() {
        var last = new ConcurrentHashMap<String, Integer>();
        var outOfOrder = new AtomicInteger();
        handler = event -> {
            var number = event.data(Said.class).offset();
            if (last.getOrDefault(event.key(), -1) > number) {
                outOfOrder.incrementAndGet();
            }
            last.put(event.key(), number);
            handled.add(event);
        };
        open();
        for (var i = 0; i < 500; i++) {
            consumer.receive(new Arrival(Records.good("key-" + i % 7, i)))
                    .toCompletableFuture()
                    .join();
        }
        await().until(() -> handled.size() == 500);
        assertThat(outOfOrder).hasValue(0);
    }

    @Test
    void aSlowHandlerIsNotBuriedInWork() {
        var permission = new CountDownLatch(1);
        handler = event -> awaitQuietly(permission);
        open();
        var taken = 0;
        while (consumer.receive(new Arrival(Records.good("key-" + taken, taken)))
                .toCompletableFuture()
                .isDone()) {
            taken++;
        }
        assertThat(taken).isBetween(4, 32);
        permission.countDown();
    }

    @Test
    void theTraceOfTheCauseIsTheHandlersOwn() {
        var seen = new ConcurrentLinkedQueue<String>();
        handler = event -> seen.add(TraceContext.current().orElseThrow().traceId());
        open();
        receive(new Arrival(Records.good("ada", 1)));
        await().until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", ""})
    void poisonIsSetAsideAsItCameAndTheNextIsHandled(String value) {
        open();
        var poison = receive(new Arrival(Records.withValue(value.getBytes(UTF_8), 41)));
        var good = receive(new Arrival(Records.good("ada", 42)));
        await().until(() -> poison.acknowledged() && good.acknowledged());
        assertThat(letter().topic()).isEqualTo("said.dlq");
        assertThat(letter().value()).asString(UTF_8).isEqualTo(value);
        assertThat(Records.header(letter().headers(), "ce_type")).isEqualTo("org.coursewise.test.said");
        assertThat(Map.of(
                        "consumer", Records.header(letter().headers(), DeadLetters.CONSUMER),
                        "topic", Records.header(letter().headers(), DeadLetters.TOPIC),
                        "partition", Records.header(letter().headers(), DeadLetters.PARTITION),
                        "offset", Records.header(letter().headers(), DeadLetters.OFFSET)))
                .isEqualTo(Map.of("consumer", "tests", "topic", "said", "partition", "2", "offset", "41"));
        assertThat(Records.header(letter().headers(), DeadLetters.REASON)).startsWith("The value is");
    }

    @Test
    void aRecordWithoutAValueIsPoisonToo() {
        open();
        var poison = receive(new Arrival(Records.withValue(null, 41)));
        await().until(poison::acknowledged);
        assertThat(letter().value()).isNull();
        assertThat(Records.header(letter().headers(), DeadLetters.REASON)).isEqualTo("The record has no value");
    }

    @Test
    void whatTheHandlerCallsUnprocessableIsNotTriedAgain() {
        var attempts = new AtomicInteger();
        handler = event -> {
            attempts.incrementAndGet();
            throw new UnprocessableEventException("Unknown type\n" + event.type());
        };
        open();
        var message = receive(new Arrival(Records.good("ada", 1)));
        await().until(message::acknowledged);
        assertThat(attempts).hasValue(1);
        assertThat(Records.header(letter().headers(), DeadLetters.REASON))
                .isEqualTo("Unknown type org.coursewise.test.said");
    }

    @Test
    void aFailureIsTriedAgainAFewTimes() {
        var attempts = new AtomicInteger();
        handler = event -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("no luck");
        };
        open();
        var message = receive(new Arrival(Records.good("ada", 1)));
        await().until(message::acknowledged);
        assertThat(attempts).hasValue(3);
        assertThat(Records.header(letter().headers(), DeadLetters.REASON))
                .isEqualTo("Failed 3 times: java.lang.IllegalStateException: no luck");
    }

    @Test
    void anErrorDoesNotGetOutEither() {
        handler = event -> {
            throw new StackOverflowError();
        };
        open();
        var message = receive(new Arrival(Records.good("ada", 1)));
        await().until(message::acknowledged);
        assertThat(message.refused()).isFalse();
        assertThat(letters.history()).hasSize(1);
    }

    @Test
    void aFailureThatWillPassIsWaitedOut() {
        var attempts = new AtomicInteger();
        var away = new AtomicBoolean(true);
        handler = event -> {
            attempts.incrementAndGet();
            if (away.get()) {
                throw new UncheckedIOException(new ConnectException("database away"));
            }
        };
        open();
        var message = receive(new Arrival(Records.good("ada", 1)));
        await().until(() -> attempts.get() > 5);
        assertThat(message.acknowledged()).isFalse();
        away.set(false);
        await().until(message::acknowledged);
        assertThat(letters.history()).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedUntilTheDeadLetterIsWritten() {
        kafkaTakesLetters.set(false);
        open();
        var message = receive(new Arrival(Records.withValue(new byte[] {1}, 1)));
        await().until(() -> consumer.inHand().anyWaits());
        assertThat(message.acknowledged()).isFalse();
        kafkaTakesLetters.set(true);
        await().until(message::acknowledged);
        assertThat(letters.history()).hasSize(1);
    }

    @Test
    void aReplayReachesTheConsumerItIsForAlone() {
        handler = event -> {
            throw new UnprocessableEventException("not yet");
        };
        open();
        receive(new Arrival(Records.good("ada", 1)));
        await().until(() -> !letters.history().isEmpty());
        var replay = DeadLetters.replay(Records.received(letters.history().get(0), 7));
        assertThat(replay.topic()).isEqualTo("said");
        assertThat(Records.header(replay.headers(), DeadLetters.REASON)).isNull();

        consumer.close();
        handler = handled::add;
        open();
        receive(new Arrival(Records.received(replay, 8)));
        await().until(() -> handled.size() == 1);

        consumer.close();
        consumer = newConsumer("others");
        consumer.open();
        var skipped = receive(new Arrival(Records.received(replay, 8)));
        await().until(skipped::acknowledged);
        assertThat(handled).hasSize(1);
    }

    @Test
    void aClosedConsumerLetsGoOfWhatItCouldNotHandle() {
        handler = event -> {
            throw new UncheckedIOException(new ConnectException("database away"));
        };
        open();
        var message = receive(new Arrival(Records.good("ada", 1)));
        await().until(() -> consumer.inHand().anyWaits());
        consumer.close();
        await().until(() -> consumer.inHand().isEmpty());
        assertThat(message.acknowledged()).isFalse();
        assertThat(letters.history()).isEmpty();
    }

    @Test
    void aChannelThatIsWiredWronglyTakesNothingAndThrowsNothing() {
        open();
        assertThat(consumer.receive(Message.of("text")).toCompletableFuture()).isNotDone();
    }

    record Said(int offset) {}

    private void open() {
        consumer = newConsumer();
        consumer.open();
    }

    private Arrival receive(Arrival message) {
        assertThat(consumer.receive(message).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(5));
        return message;
    }

    private ProducerRecord<byte[], byte[]> letter() {
        assertThat(letters.history()).hasSize(1);
        return letters.history().get(0);
    }

    private EventConsumer newConsumer() {
        return newConsumer("tests");
    }

    private EventConsumer newConsumer(String name) {
        var settings = new ConsumerSettings(
                name, "said", 4, 3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMinutes(1));
        var deadLetters = new DeadLetters(() -> {
            if (!kafkaTakesLetters.get()) {
                throw new TimeoutException("no topic said.dlq");
            }
            return letters;
        });
        return new EventConsumer(
                settings, event -> handler.handle(event), EventConsumerTest::willPass, deadLetters, threads);
    }

    private static boolean willPass(Throwable failure) {
        return failure.getCause() instanceof ConnectException;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
