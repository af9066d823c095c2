package org.coursewise.events.consumer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** A record on its way through a channel. Acknowledged is handled; refused is left for the next reader. */
final class KafkaMessage implements Message<byte[]> {

    private static final System.Logger LOG = System.getLogger(KafkaMessage.class.getName());

    private final ConsumerRecord<byte[], byte[]> record;
    private final Progress progress;

    KafkaMessage(ConsumerRecord<byte[], byte[]> record, Progress progress) {
        this.record = record;
        this.progress = progress;
    }

    boolean belongsTo(@Nullable Progress other) {
        return progress == other;
    }

    /** Null for a record without a value. */
    @Override
    @SuppressWarnings("NullAway") // the interface does not say that it may be
    public byte[] getPayload() {
        return record.value();
    }

    @Override
    public Supplier<CompletionStage<Void>> getAck() {
        return this::ack;
    }

    @Override
    public Function<Throwable, CompletionStage<Void>> getNack() {
        return this::nack;
    }

    @Override
    public CompletionStage<Void> ack() {
        progress.done(record.offset());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> nack(Throwable reason) {
        LOG.log(System.Logger.Level.ERROR, InHand.place(record) + " was refused and is not committed", reason);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public <C> C unwrap(Class<C> type) {
        if (type.isInstance(record)) {
            return type.cast(record);
        }
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new IllegalArgumentException("A record of Kafka is no " + type.getName());
    }
}
