package org.coursewise.events.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.coursewise.events.KafkaSettings;
import org.jspecify.annotations.Nullable;

/**
 * Sends events of one topic that may get lost: whoever says one never waits, a thread sends what is in a bounded buffer, and
 * what finds no room, or Kafka does not take, is counted.
 */
public final class Telemetry implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Telemetry.class.getName());
    private static final int MOST_WAITING = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean isClosed;
    private volatile boolean isFailing;

    /** @param producers make a producer that gives up soon, see {@link #hasty} */
    public Telemetry(String topic, Supplier<Producer<byte[], byte[]>> producers) {
        this.topic = topic;
        this.producers = producers;
    }

    /** A producer for telemetry: it waits for one broker alone, and for nothing longer than ten seconds. */
    public static Producer<byte[], byte[]> hasty(KafkaSettings kafka, String clientId) {
        return kafka.patientProducer(
                clientId,
                Map.of(
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        false,
                        ProducerConfig.ACKS_CONFIG,
                        "1",
                        ProducerConfig.LINGER_MS_CONFIG,
                        100,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        4L << 20,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000));
    }

    /** Takes a moment, from any thread. */
    public void say(Event event) {
        if (!waiting.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    /** How many got lost. */
    public long dropped() {
        return dropped.get();
    }

    public void start(Executor executor) {
        executor.execute(this::run);
    }

    @Override
    public void close() {
        isClosed = true;
    }

    private void run() {
        Producer<byte[], byte[]> producer = null;
        try {
            while (!isClosed) {
                var event = waiting.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                if (event != null) {
                    producer = send(producer, event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            dropped.addAndGet(waiting.size());
            close(producer);
        }
    }

    /** Returns the producer to go on with, null when a new one is to be made; its callback hears of failures. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private @Nullable Producer<byte[], byte[]> send(@Nullable Producer<byte[], byte[]> producer, Event event)
            throws InterruptedException {
        try {
            var sending = producer == null ? producers.get() : producer;
            sending.send(EventRecords.toRecord(topic, event), (metadata, failure) -> {
                if (failure == null) {
                    isFailing = false;
                } else {
                    lost(failure);
                }
            });
            return sending;
        } catch (RuntimeException e) {
            lost(e);
            if (!isClosed) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
            close(producer);
            return null;
        }
    }

    private synchronized void lost(Exception failure) {
        dropped.incrementAndGet();
        if (!isFailing) {
            isFailing = true;
            LOG.log(System.Logger.Level.WARNING, "Kafka does not take " + topic + "; such events are dropped", failure);
        }
    }

    private static void close(@Nullable Producer<byte[], byte[]> producer) {
        if (producer != null) {
            producer.close(LAST_WORDS);
        }
    }
}
