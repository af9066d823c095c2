package org.coursewise.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fills the deny list: reads all of {@code auth.user.v1}, on every replica and without a group, from the oldest fact that
 * can matter onwards. Whatever Kafka's consumer throws, it is replaced by a new one that goes on where the old one was.
 */
public final class DenyListReader implements Runnable, AutoCloseable {

    static final String TOPIC = "auth.user.v1";

    private static final System.Logger LOG = System.getLogger(DenyListReader.class.getName());
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    /** How long a service that starts waits for the list. It works without Kafka too, with tokens of some minutes. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final double MILLIS = 1_000;

    private final DenyList list;
    private final UserFacts facts;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Clock clock;
    private final Instant begun;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable TopicEnd goal;
    private Instant looked = Instant.MIN;
    private boolean placed;
    private boolean failing;
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile boolean running;
    private volatile boolean caughtUp;
    private volatile Instant complete;

    DenyListReader(DenyList list, Supplier<Consumer<byte[], byte[]>> consumers, Clock clock) {
        this.list = list;
        this.facts = new UserFacts(list);
        this.consumers = consumers;
        this.clock = clock;
        this.begun = clock.instant();
        this.complete = begun;
    }

    public DenyListStatus status() {
        var lag = Duration.between(complete, clock.instant()).toMillis() / MILLIS;
        return new DenyListStatus(list.size(), lag, facts.skipped());
    }

    /** Whether the list has been read since the start, or Kafka was waited for long enough. */
    boolean isReady() {
        return caughtUp || clock.instant().isAfter(begun.plus(LONGEST_WAIT));
    }

    /** Whether the list has been read to its end since the start. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void run() {
        running = true;
        try {
            do {
                readUntilTrouble();
                list.forget();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The reader of the deny list was interrupted", e);
        } finally {
            closed.countDown();
        }
    }

    /** Ends the reading, within three seconds. */
    @Override
    public void close() {
        closing.countDown();
        var kafka = current;
        if (kafka != null) {
            kafka.wakeup();
        }
        try {
            if (running && !closed.await(PATIENCE.plus(LAST_WORDS).toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The reader of the deny list did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilTrouble() {
        Consumer<byte[], byte[]> kafka = null;
        try {
            kafka = consumers.get();
            current = kafka;
            placed = false;
            while (closing.getCount() > 0) {
                turn(kafka);
            }
        } catch (InvalidOffsetException e) {
            // it is not the topic that was read: begin by time again
            next.clear();
            failed(e);
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            current = null;
            if (kafka != null) {
                leave(kafka);
            }
        }
    }

    private void turn(Consumer<byte[], byte[]> kafka) {
        try {
            if (!placed || clock.instant().isAfter(looked.plus(BETWEEN_LOOKS))) {
                look(kafka);
            }
            for (var record : kafka.poll(POLL)) {
                facts.hear(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            if (goal != null && goal.isReached(kafka, PATIENCE)) {
                reached(goal);
            }
        } catch (TimeoutException e) {
            // Kafka is away, or one broker of several: what the others have is read on meanwhile
            failed(e);
        }
    }

    /** Asks where the topic ends: Kafka's consumer does not tell by itself that the broker is away. */
    private void look(Consumer<byte[], byte[]> kafka) {
        looked = clock.instant();
        list.forget();
        var partitions = partitions(kafka);
        if (!placed || partitions.size() != kafka.assignment().size()) {
            begin(kafka, partitions);
        } else if (goal == null) {
            goal = TopicEnd.now(kafka, partitions, looked, PATIENCE);
        }
    }

    /** At the start, and when the topic has got more partitions. */
    private void begin(Consumer<byte[], byte[]> kafka, List<TopicPartition> partitions) {
        placed = false;
        kafka.assign(partitions);
        // the end first: what comes while the beginnings are looked for lies behind it and is read as well
        var end = TopicEnd.now(kafka, partitions, looked, PATIENCE);
        next.keySet().retainAll(partitions);
        var horizon = list.horizon().toEpochMilli();
        var unread = partitions.stream()
                .filter(partition -> !next.containsKey(partition))
                .collect(Collectors.toMap(partition -> partition, partition -> horizon));
        var beginnings = kafka.offsetsForTimes(unread, PATIENCE);
        for (var partition : unread.keySet()) {
            var beginning = beginnings.get(partition);
            next.put(partition, beginning == null ? end.of(partition) : beginning.offset());
        }
        next.forEach((partition, offset) -> kafka.seek(partition, offset.longValue()));
        goal = end;
        placed = true;
    }

    private void reached(TopicEnd end) {
        if (!caughtUp || failing) {
            LOG.log(System.Logger.Level.INFO, "The deny list is complete, with {0} entries", list.size());
        }
        complete = end.asked();
        caughtUp = true;
        failing = false;
        goal = null;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> kafka) {
        var partitions = kafka.partitionsFor(TOPIC, PATIENCE).stream()
                .map(found -> new TopicPartition(TOPIC, found.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("There is no topic " + TOPIC);
        }
        return partitions;
    }

    private void failed(RuntimeException e) {
        if (!failing && closing.getCount() > 0) {
            failing = true;
            LOG.log(System.Logger.Level.WARNING, "The deny list cannot be read now and is tried again", e);
        }
    }

    private static void leave(Consumer<?, ?> kafka) {
        try {
            kafka.close(CloseOptions.timeout(LAST_WORDS));
        } catch (KafkaException e) {
            LOG.log(System.Logger.Level.DEBUG, "The consumer of the deny list could not be closed", e);
        }
    }
}
