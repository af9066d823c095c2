package org.coursewise.events.consumer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One channel: a thread that reads a topic for a group and hands the records out one by one, as they are asked for.
 * Everything that touches Kafka's consumer happens on that thread. It polls whether or not anybody asks, so that a
 * handler may take hours without its consumer losing the group; meanwhile the partitions are paused and nothing more
 * is read. Whatever Kafka's consumer throws, it is replaced by a new one, and what was not committed comes again.
 */
final class KafkaChannel implements Runnable, ConsumerRebalanceListener {

    private static final System.Logger LOG = System.getLogger(KafkaChannel.class.getName());
    private static final Map<String, KafkaChannel> BY_GROUP = new ConcurrentHashMap<>();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_PERIOD = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final String group;
    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deque<KafkaMessage> pending = new ArrayDeque<>();
    private final Map<TopicPartition, Progress> progresses = new ConcurrentHashMap<>();
    private final Semaphore emptied = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable CompletableFuture<KafkaMessage> asked;
    private @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean joined;
    private volatile boolean failing;
    private volatile long lastPoll = System.nanoTime();
    private long lastCommit;

    KafkaChannel(String group, String topic, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.group = group;
        this.topic = topic;
        this.consumers = consumers;
        BY_GROUP.put(group, this);
    }

    /** The channel of a group in this service, unless there is none or it was closed. */
    static @Nullable KafkaChannel of(String group) {
        return BY_GROUP.get(group);
    }

    /** The next record, once there is one. Never fails. */
    synchronized CompletionStage<KafkaMessage> next() {
        var message = pending.poll();
        if (pending.isEmpty()) {
            emptied.release();
        }
        if (message != null) {
            return CompletableFuture.completedFuture(message);
        }
        asked = new CompletableFuture<>();
        return asked;
    }

    /** Whether it ever got its share of the topic. */
    boolean joined() {
        return joined;
    }

    /** How many partitions it reads. */
    int partitions() {
        return progresses.size();
    }

    /** Whether it is between a failure and the next good look at its partitions. */
    boolean failing() {
        return failing;
    }

    /** How long ago Kafka's consumer was last heard to be alive. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastPoll);
    }

    void askToClose() {
        closing.countDown();
    }

    void awaitClosed() {
        try {
            if (!closed.await(LAST_WORDS.toSeconds() * 3, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "{0} did not leave its group in time", group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            do {
                readUntilTrouble();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, group + " was interrupted", e);
        } finally {
            BY_GROUP.remove(group, this);
            closed.countDown();
        }
    }

    private void readUntilTrouble() throws InterruptedException {
        Consumer<byte[], byte[]> reader = null;
        try {
            reader = consumers.get();
            consumer = reader;
            reader.subscribe(List.of(topic), this);
            while (closing.getCount() > 0) {
                turn(reader);
            }
            reader.commitSync(acknowledged(progresses.keySet()), LAST_WORDS);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // whatever it is: the channel goes on with a new consumer
            if (!failing) {
                failing = true;
                LOG.log(System.Logger.Level.WARNING, group + " reads " + topic + " anew after a failure", e);
            }
        } finally {
            consumer = null;
            forget(List.copyOf(progresses.keySet()));
            if (reader != null) {
                leave(reader);
            }
        }
    }

    /** Not for long: without Kafka there is nobody to say goodbye to. */
    private void leave(Consumer<byte[], byte[]> reader) {
        try {
            reader.close(CloseOptions.timeout(LAST_WORDS));
        } catch (KafkaException e) {
            LOG.log(System.Logger.Level.DEBUG, group + " could not leave its group", e);
        }
    }

    private void turn(Consumer<byte[], byte[]> reader) throws InterruptedException {
        commitIfDue(reader);
        if (roomForMore()) {
            reader.resume(reader.paused());
            deliver(reader.poll(POLL));
            failing = failing && progresses.isEmpty();
        } else {
            reader.pause(reader.assignment());
            deliver(reader.poll(Duration.ZERO));
            awaitRoom();
        }
        lastPoll = System.nanoTime();
    }

    private synchronized boolean roomForMore() {
        return pending.isEmpty();
    }

    private void awaitRoom() throws InterruptedException {
        // a spurious end of the wait costs one more turn
        if (emptied.tryAcquire(COMMIT_PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
            emptied.drainPermits();
        }
    }

    private void deliver(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            var progress = progresses.get(new TopicPartition(record.topic(), record.partition()));
            if (progress != null) {
                progress.begun(record.offset());
                hand(new KafkaMessage(record, progress));
            }
        }
    }

    private void hand(KafkaMessage message) {
        CompletableFuture<KafkaMessage> waiting;
        synchronized (this) {
            waiting = asked;
            asked = null;
            if (waiting == null) {
                pending.add(message);
            }
        }
        if (waiting != null) {
            waiting.complete(message);
        }
    }

    private void commitIfDue(Consumer<byte[], byte[]> reader) {
        var now = System.nanoTime();
        if (now - lastCommit < COMMIT_PERIOD.toNanos()) {
            return;
        }
        lastCommit = now;
        var offsets = acknowledged(progresses.keySet());
        if (!offsets.isEmpty()) {
            reader.commitAsync(offsets, this::committed);
        }
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            // the next commit takes these along
            LOG.log(System.Logger.Level.DEBUG, group + " could not commit", failure);
            return;
        }
        offsets.forEach((partition, offset) -> {
            var progress = progresses.get(partition);
            if (progress != null) {
                progress.committed(offset.offset());
            }
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> acknowledged(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var progress = progresses.get(partition);
            if (progress != null) {
                progress.toCommit().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
            }
        }
        return offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        partitions.forEach(partition -> progresses.put(partition, new Progress()));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            var reader = consumer;
            var offsets = acknowledged(partitions);
            if (reader != null && !offsets.isEmpty()) {
                reader.commitSync(offsets, LAST_WORDS);
            }
        } catch (RuntimeException e) {
            // whoever has the partitions next handles some of it once more
            LOG.log(System.Logger.Level.DEBUG, group + " could not commit what it gives away", e);
        } finally {
            forget(partitions);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private synchronized void forget(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var progress = progresses.remove(partition);
            pending.removeIf(message -> message.belongsTo(progress));
        }
    }
}
