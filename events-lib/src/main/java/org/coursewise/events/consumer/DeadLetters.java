package org.coursewise.events.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sets aside what a consumer cannot handle: writes the record as it came to {@code <topic>.dlq}, with headers that say
 * who could not handle it, why, and where it was. {@link #replay} makes of such a letter a record that reaches that
 * consumer alone.
 */
public final class DeadLetters implements AutoCloseable {

    /** The consumer's name. */
    public static final String CONSUMER = "dlq_consumer";
    /** Why it could not be handled, one line. */
    public static final String REASON = "dlq_reason";

    public static final String TOPIC = "dlq_topic";
    public static final String PARTITION = "dlq_partition";
    public static final String OFFSET = "dlq_offset";
    /** {@code true} where Kafka did not take the value a second time: it is at the original place only. */
    public static final String VALUE_OMITTED = "dlq_value_omitted";
    /** On a record that is read again: the one consumer it is for. */
    public static final String REPLAY_FOR = "replay_for";

    static final String SUFFIX = ".dlq";
    private static final int LONGEST_REASON = 500;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean closed;

    /**
     * @param producers as {@link org.coursewise.events.KafkaSettings#patientProducer} makes them, for records of any
     *     size that the broker takes
     */
    public DeadLetters(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Writes a dead letter and waits until Kafka has it.
     *
     * @throws ExecutionException when Kafka did not take it; try again
     */
    void write(ConsumerRecord<byte[], byte[]> record, String consumer, String reason)
            throws ExecutionException, InterruptedException {
        try {
            send(letter(record, consumer, reason, record.value()));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                throw e;
            }
            var letter = letter(record, consumer, reason, null);
            add(letter.headers(), VALUE_OMITTED, "true");
            send(letter);
        }
    }

    /**
     * A dead letter as a record to be read again, by the consumer that failed.
     *
     * @throws IllegalArgumentException when it is none, or its value was too large to keep
     */
    public static ProducerRecord<byte[], byte[]> replay(ConsumerRecord<byte[], byte[]> letter) {
        if (letter.headers().lastHeader(VALUE_OMITTED) != null) {
            throw new IllegalArgumentException("The value of this dead letter was too large to keep");
        }
        var headers = withoutOurs(letter.headers());
        add(headers, REPLAY_FOR, required(letter.headers(), CONSUMER));
        return new ProducerRecord<>(required(letter.headers(), TOPIC), null, letter.key(), letter.value(), headers);
    }

    /**
     * Has a dead letter read again by the consumer that failed, and waits until Kafka has it.
     *
     * @throws IllegalArgumentException as {@link #replay}
     * @throws ExecutionException when Kafka did not take it; try again
     */
    public void readAgain(ConsumerRecord<byte[], byte[]> letter) throws ExecutionException, InterruptedException {
        send(replay(letter));
    }

    /** Whether a record is read again for another consumer than this one. */
    static boolean replayedForAnother(ConsumerRecord<?, ?> record, String consumer) {
        var header = record.headers().lastHeader(REPLAY_FOR);
        return header != null && header.value() != null && !new String(header.value(), UTF_8).equals(consumer);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, String consumer, String reason, byte @Nullable [] value) {
        var headers = withoutOurs(record.headers());
        add(headers, CONSUMER, consumer);
        add(headers, REASON, oneLine(reason));
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, Integer.toString(record.partition()));
        add(headers, OFFSET, Long.toString(record.offset()));
        return new ProducerRecord<>(record.topic() + SUFFIX, null, record.key(), value, headers);
    }

    private void send(ProducerRecord<byte[], byte[]> letter) throws ExecutionException, InterruptedException {
        var current = producer();
        try {
            current.send(letter).get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException) && !(e.getCause() instanceof RetriableException)) {
                discard(current);
            }
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            discard(current);
            throw e;
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    /** A producer that failed for good never recovers; the next attempt makes a new one. */
    private synchronized void discard(Producer<byte[], byte[]> broken) {
        if (producer == broken) {
            producer = null;
            broken.close(Duration.ZERO);
        }
    }

    private static RecordHeaders withoutOurs(Headers original) {
        var headers = new RecordHeaders(original);
        for (var name : new String[] {CONSUMER, REASON, TOPIC, PARTITION, OFFSET, VALUE_OMITTED, REPLAY_FOR}) {
            headers.remove(name);
        }
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String required(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("No dead letter: it has no header " + name);
        }
        return new String(Objects.requireNonNull(header.value()), UTF_8);
    }

    private static String oneLine(String reason) {
        var line = reason.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
