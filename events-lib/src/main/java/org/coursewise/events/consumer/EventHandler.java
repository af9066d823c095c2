package org.coursewise.events.consumer;

import org.coursewise.events.Event;

/** What a service does with an event. Called again for the same event after a crash: the effect must be the same. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles one event completely.
     *
     * @throws UnprocessableEventException when no repetition can help: the event goes to the dead letters at once
     * @throws RuntimeException anything else is tried again
     */
    void handle(Event event);
}
