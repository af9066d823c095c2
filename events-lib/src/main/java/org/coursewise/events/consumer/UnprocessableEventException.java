package org.coursewise.events.consumer;

/** An event that can never be handled: malformed, of an unknown type, or against the rules. */
public final class UnprocessableEventException extends RuntimeException {

    public UnprocessableEventException(String reason) {
        super(reason);
    }
}
