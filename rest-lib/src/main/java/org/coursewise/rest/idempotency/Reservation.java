package org.coursewise.rest.idempotency;

/** What a store says to a request with a key. */
public sealed interface Reservation {

    /**
     * Do the work.
     *
     * @param holder who does it, to be named when it is done; random, so that a late one cannot overwrite its successor
     */
    record Granted(String holder) implements Reservation {}

    /** It was done before; this is the answer, sealed. */
    record Answered(String sealedAnswer) implements Reservation {}

    /** Someone is doing it right now. */
    record InProgress() implements Reservation {}

    /** The key belongs to another request. */
    record Reused() implements Reservation {}
}
