package org.coursewise.events.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.coursewise.events.EventRecords;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way: sends the rows in order, waits for every answer and tells what became of each. Nothing of a
 * topic is sent after a row of it that Kafka could not take now, so that order survives.
 */
final class Dispatch {

    /** Asked every second while Kafka has not answered: throws when there is no point in waiting on. */
    @FunctionalInterface
    interface StillWanted {
        void check() throws SQLException;
    }

    private final Producer<byte[], byte[]> producer;
    private final List<Long> published = new ArrayList<>();
    private final Map<Long, String> impossible = new LinkedHashMap<>();
    private final Map<OutboxRow, Future<RecordMetadata>> underWay = new LinkedHashMap<>();
    private final Set<String> unreachable = new LinkedHashSet<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private @Nullable Throwable trouble;
    private boolean broken;

    Dispatch(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void send(List<OutboxRow> rows, StillWanted stillWanted) throws SQLException, InterruptedException {
        for (var row : rows) {
            if (broken) {
                break;
            }
            if (!unreachable.contains(row.topic())) {
                send(row);
                if (unreachable.contains(row.topic())) {
                    // that took a while
                    stillWanted.check();
                }
            }
        }
        for (var sent : underWay.entrySet()) {
            await(sent.getKey(), sent.getValue(), stillWanted);
        }
    }

    /** In Kafka. */
    List<Long> published() {
        return published;
    }

    /** Never to be in Kafka, each with the reason. */
    Map<Long, String> impossible() {
        return impossible;
    }

    /** Topics that took a row. */
    Set<String> reached() {
        return reached;
    }

    /** Topics whose whereabouts Kafka does not tell, or does not tell us; their rows wait. */
    Set<String> unreachable() {
        return unreachable;
    }

    /** The producer cannot go on; what is not published is sent by the next one. */
    boolean broken() {
        return broken;
    }

    @Nullable
    Throwable trouble() {
        return trouble;
    }

    private void send(OutboxRow row) throws InterruptedException {
        try {
            var future = producer.send(EventRecords.toRecord(row.topic(), row.event()));
            if (future.isDone()) {
                // not even handed to the network: decides whether the next row of the topic may go
                settle(row, future);
            } else {
                underWay.put(row, future);
            }
        } catch (SerializationException | IllegalArgumentException e) {
            impossible.put(row.position(), reason(e));
        } catch (KafkaException | IllegalStateException e) {
            broken = true;
            trouble = e;
        }
    }

    private void await(OutboxRow row, Future<RecordMetadata> future, StillWanted stillWanted)
            throws SQLException, InterruptedException {
        while (true) {
            try {
                future.get(1, TimeUnit.SECONDS);
                arrived(row);
                return;
            } catch (TimeoutException e) {
                stillWanted.check();
            } catch (ExecutionException e) {
                failed(row, e.getCause());
                return;
            }
        }
    }

    private void settle(OutboxRow row, Future<RecordMetadata> done) throws InterruptedException {
        try {
            done.get();
            arrived(row);
        } catch (ExecutionException e) {
            failed(row, e.getCause());
        }
    }

    private void arrived(OutboxRow row) {
        published.add(row.position());
        reached.add(row.topic());
    }

    private void failed(OutboxRow row, @Nullable Throwable cause) {
        if (cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidTopicException
                || cause instanceof InvalidRecordException) {
            impossible.put(row.position(), reason(cause));
            return;
        }
        trouble = cause;
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException
                || cause instanceof TopicAuthorizationException) {
            unreachable.add(row.topic());
        } else {
            broken = true;
        }
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
