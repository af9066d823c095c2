package org.coursewise.email.telling;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is untold to Kafka: reads it, sends it, waits for all answers and only then marks it as told. At least once,
 * and of one message, or one person, in order; Kafka or MongoDB being away is waited out.
 */
final class DeliveryRelay implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DeliveryRelay.class.getName());
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final List<FactSource> sources;
    private final RelayLease lease;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private @Nullable Producer<byte[], byte[]> producer;
    private boolean failing;

    /** The relay is asked to stop. */
    private static final class StoppedException extends RuntimeException {}

    DeliveryRelay(List<FactSource> sources, RelayLease lease, Supplier<Producer<byte[], byte[]>> producers) {
        this.sources = List.copyOf(sources);
        this.lease = lease;
        this.producers = producers;
    }

    /** Works until {@link #close()}. */
    void run() {
        try {
            while (!isStopped()) {
                if (!turn()) {
                    stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException | StoppedException e) {
            LOG.log(System.Logger.Level.DEBUG, "Telling of deliveries ends", e);
        } finally {
            leave();
            finished.countDown();
        }
    }

    /** @return whether there may be more at once */
    private boolean turn() throws InterruptedException {
        try {
            var mayBeMore = false;
            for (var source : sources) {
                mayBeMore |= lease.isHeld() && tell(source.next(BATCH));
            }
            if (failing) {
                LOG.log(System.Logger.Level.INFO, "What email has to tell is told again");
                failing = false;
            }
            return mayBeMore;
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException | ExecutionException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "What email has to tell cannot be told; will try again", e);
                failing = true;
            }
            if (!(e instanceof MongoException)) {
                discardProducer();
            }
            return false;
        }
    }

    private boolean tell(FactSource.Batch batch) throws ExecutionException, InterruptedException {
        if (batch.size() > 0) {
            send(batch.records());
            batch.told().run();
        }
        return batch.size() == BATCH;
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        var open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        var answers = new ArrayList<Future<RecordMetadata>>();
        for (var record : records) {
            answers.add(open.send(record));
        }
        for (var answer : answers) {
            await(answer);
        }
    }

    private void await(Future<RecordMetadata> answer) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                answer.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (isStopped()) {
                    throw new StoppedException();
                }
            }
        }
    }

    /** Ends within a few seconds; what was sent but not marked is told again by whoever goes on. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            if (!finished.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "Telling of deliveries did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        discardProducer();
        try {
            lease.release();
        } catch (MongoException e) {
            LOG.log(System.Logger.Level.DEBUG, "The lease runs out by itself", e);
        }
    }

    private void discardProducer() {
        var broken = producer;
        producer = null;
        if (broken != null) {
            broken.close(Duration.ZERO);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
