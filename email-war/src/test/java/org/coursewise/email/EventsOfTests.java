package org.coursewise.email;

import java.time.Instant;
import java.util.UUID;
import org.coursewise.events.Event;

/** Events as other services would say them. */
public final class EventsOfTests {

    private EventsOfTests() {}

    public static Event event(String type, Instant time, String data) {
        return new Event(UUID.randomUUID(), type, "/coursewise/auth", time, "u1", null, data);
    }
}
