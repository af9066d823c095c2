package org.coursewise.events.consumer;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coursewise.events.Event;
import org.coursewise.events.EventRecords;
import org.coursewise.events.MalformedEventException;
import org.coursewise.trace.Span;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * The consumer behind one reactive-messaging channel. A record is acknowledged when it is handled, or set aside as a
 * dead letter, and not before; nothing is ever refused and no exception gets out, for either would end the stream.
 *
 * <ul>
 *   <li>What is no event, and what the handler calls {@linkplain UnprocessableEventException unprocessable}, becomes a
 *       dead letter at once.
 *   <li>A failure that will pass, such as a database that is away, is tried again for as long as it takes.
 *   <li>Any other failure is tried again a few times, then the event becomes a dead letter.
 * </ul>
 *
 * <p>Events of one key are handled in their order, on threads of the executor, never on Kafka's. An event may come
 * again after a crash or a rebalance: the handler recognises it by its id.
 */
public final class EventConsumer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EventConsumer.class.getName());

    private final ConsumerSettings settings;
    private final EventHandler handler;
    private final Predicate<Throwable> isTransient;
    private final DeadLetters deadLetters;
    private final Lanes lanes;
    private final InHand inHand = new InHand();
    private final CompletableFuture<@Nullable Void> opened = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param isTransient whether a failure passes by itself, however long that takes; asked for the exception itself,
     *     who wants its causes looks there
     * @param executor threads of the container's, on which the handler may use what belongs to the service
     */
    public EventConsumer(
            ConsumerSettings settings,
            EventHandler handler,
            Predicate<Throwable> isTransient,
            DeadLetters deadLetters,
            Executor executor) {
        this.settings = settings;
        this.handler = handler;
        this.isTransient = isTransient;
        this.deadLetters = deadLetters;
        this.lanes = new Lanes(settings.lanes(), executor);
    }

    /** Begins to handle what comes. Records may come before the service is ready to handle them; they wait here. */
    public void open() {
        opened.complete(null);
    }

    /**
     * Takes a message of the channel. Made to be all that a method {@code @Incoming CompletionStage<Void>} does.
     *
     * @return completes when the next may come, never exceptionally
     */
    public CompletionStage<@Nullable Void> receive(Message<?> message) {
        try {
            var record = record(message);
            return opened.thenCompose(ready -> lanes.put(Arrays.hashCode(record.key()), () -> take(message, record)))
                    .exceptionallyCompose(this::refused);
        } catch (IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    settings.name() + " is not wired as a channel of byte arrays from Kafka",
                    e);
            return new CompletableFuture<>();
        }
    }

    public ConsumerSettings settings() {
        return settings;
    }

    /** Takes no new attempt at anything; what is not acknowledged comes again after the next start. */
    @Override
    public void close() {
        closed.countDown();
    }

    InHand inHand() {
        return inHand;
    }

    private void take(Message<?> message, ConsumerRecord<byte[], byte[]> record) {
        try {
            if (handleOrBury(record)) {
                acknowledge(message, record);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inHand.done(record);
        }
    }

    /** Tells whether the record is done with; if not, the consumer was closed. */
    private boolean handleOrBury(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        if (DeadLetters.replayedForAnother(record, settings.name())) {
            return true;
        }
        Event event;
        try {
            event = EventRecords.fromRecord(record);
        } catch (MalformedEventException e) {
            return bury(record, e.getMessage());
        }
        var failures = 0;
        var passing = 0;
        while (closed.getCount() > 0) {
            inHand.attempt(record);
            var failure = attempt(event, record);
            if (failure.isEmpty()) {
                return true;
            }
            var cause = failure.get();
            if (cause instanceof UnprocessableEventException || cause instanceof MalformedEventException) {
                return bury(record, cause.getMessage());
            }
            if (willPass(cause)) {
                passing++;
                inHand.waits(record);
                logOnce(passing, record, "waits for what will pass", cause);
                pause(passing);
            } else {
                failures++;
                logOnce(failures, record, "failed and is tried again", cause);
                if (failures == settings.attempts()) {
                    return bury(record, "Failed " + failures + " times: " + cause);
                }
                pause(failures);
            }
        }
        return false;
    }

    private Optional<Throwable> attempt(Event event, ConsumerRecord<?, ?> record) {
        try (var span = Span.begin(Span.Kind.CONSUMER, "process " + record.topic(), event.traceparent())
                .with("messaging.system", "kafka")
                .with("messaging.destination.name", record.topic())
                .with("messaging.consumer.group.name", settings.name())
                .with("messaging.message.id", event.id().toString())
                .with("cloudevents.event_type", event.type())) {
            return attempt(event, span);
        }
    }

    private Optional<Throwable> attempt(Event event, Span span) {
        try {
            handler.handle(event);
            return Optional.empty();
        } catch (Throwable e) {
            // nothing may get out: it would end the stream, for all events to come
            span.fail(e.getClass().getName());
            return Optional.of(e);
        }
    }

    private boolean willPass(Throwable failure) {
        return failure instanceof OutOfMemoryError || isTransient.test(failure);
    }

    /** Writes a dead letter, for as long as it takes. */
    private boolean bury(ConsumerRecord<byte[], byte[]> record, @Nullable String reason) throws InterruptedException {
        var why = reason == null ? "no reason given" : reason;
        for (var failures = 1; closed.getCount() > 0; failures++) {
            try {
                deadLetters.write(record, settings.name(), why);
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} is a dead letter of {1}: {2}",
                        InHand.place(record),
                        settings.name(),
                        why);
                return true;
            } catch (ExecutionException | RuntimeException e) {
                inHand.waits(record);
                logOnce(failures, record, "cannot be set aside as a dead letter yet", e);
                pause(failures);
            }
        }
        return false;
    }

    private void acknowledge(Message<?> message, ConsumerRecord<?, ?> record) {
        try {
            // not waited for: offsets are committed in batches, and one that is lost brings the record again
            message.ack().exceptionally(e -> {
                LOG.log(System.Logger.Level.DEBUG, InHand.place(record) + " was handled but not committed", e);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, InHand.place(record) + " was handled but not acknowledged", e);
        }
    }

    private CompletionStage<@Nullable Void> refused(Throwable e) {
        if (!(e.getCause() instanceof RejectedExecutionException)) {
            LOG.log(System.Logger.Level.ERROR, settings.name() + " cannot go on", e);
        }
        // the server stops: asks for no more
        return new CompletableFuture<>();
    }

    private void pause(int failures) throws InterruptedException {
        if (closed.await(settings.pauseAfter(failures).toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(System.Logger.Level.DEBUG, "{0} was closed while it waited", settings.name());
        }
    }

    private void logOnce(int time, ConsumerRecord<?, ?> record, String what, Throwable cause) {
        if (time == 1) {
            LOG.log(System.Logger.Level.WARNING, InHand.place(record) + " of " + settings.name() + " " + what, cause);
        }
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte[]> record(Message<?> message) {
        var record = (ConsumerRecord<?, ?>) message.unwrap(ConsumerRecord.class);
        if ((record.key() == null || record.key() instanceof byte[])
                && (record.value() == null || record.value() instanceof byte[])) {
            return (ConsumerRecord<byte[], byte[]>) record;
        }
        throw new IllegalArgumentException("A record of " + record.topic() + " does not come as bytes");
    }
}
