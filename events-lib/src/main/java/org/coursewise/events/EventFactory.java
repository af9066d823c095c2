package org.coursewise.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.coursewise.trace.TraceContext;

/** Makes the events of one service: gives each an id, the time and the trace of the request that causes it. */
public final class EventFactory {

    private final String source;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** @param source what events name as theirs, a URI reference such as {@code /coursewise/auth} */
    public EventFactory(String source, Clock clock) {
        this(source, clock, UUID::randomUUID);
    }

    EventFactory(String source, Clock clock, Supplier<UUID> ids) {
        this.source = source;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A new event that happened now.
     *
     * @param key the aggregate's id
     * @param data a record that Jackson writes as a JSON object
     */
    public Event event(String type, String key, Object data) {
        return event(ids.get(), type, key, data);
    }

    /**
     * The same of what may be said more than once.
     *
     * @param id follows from what is said, so that it is recognised
     */
    public Event event(UUID id, String type, String key, Object data) {
        // PostgreSQL keeps microseconds: an event reads the same before and after the outbox
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var trace = TraceContext.currentTraceparent();
        return new Event(id, type, source, now, key, trace, EventJson.write(data));
    }
}
