package org.coursewise.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact or a command: a CloudEvents 1.0 event. An {@link EventFactory} makes them, {@link EventRecords} carries them
 * to and from Kafka.
 *
 * @param id unique for all time; what consumers recognise a repetition by
 * @param type {@code org.coursewise.<area>.<entity>.<fact>}, for example {@code org.coursewise.auth.user.registered}
 * @param source the service that says it, a URI reference such as {@code /coursewise/auth}
 * @param time when it happened
 * @param key the aggregate's id, the record's key: events of one key keep their order
 * @param traceparent W3C trace context of the request that caused it, if any
 * @param data a JSON object as text
 */
public record Event(
        UUID id,
        String type,
        String source,
        Instant time,
        String key,
        @Nullable String traceparent,
        String data) {

    /**
     * The data as a record. Members that the record does not know are left out, so that a producer can add some; what
     * must be there is checked by the record's constructor.
     *
     * @throws MalformedEventException when the data does not fit, with the reason but none of the content
     */
    public <T> T data(Class<T> type) {
        return EventJson.read(data, type);
    }

    /** Without the data, which may be personal or secret. */
    @Override
    public String toString() {
        return type + " " + id + " of " + key;
    }
}
