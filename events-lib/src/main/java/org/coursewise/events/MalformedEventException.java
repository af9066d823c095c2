package org.coursewise.events;

/** A record that is not an event, or whose data is not what its type promises. No repetition makes it better. */
public final class MalformedEventException extends RuntimeException {

    MalformedEventException(String reason) {
        super(reason);
    }
}
