package org.coursewise.rest.idempotency;

import java.time.Duration;

/**
 * Where the answers to requests with an Idempotency-Key are kept. A service with such requests provides one as a CDI
 * bean. Whoever reserves holds the request for the length of the lease; when it neither completes nor releases within
 * it, it is taken for dead and the next one gets the reservation. All methods commit before they return.
 */
public interface IdempotencyStore {

    /** How long a request may take before it counts as crashed. */
    Duration LEASE = Duration.ofMinutes(2);

    /** How long an answer is kept. */
    Duration KEPT = Duration.ofHours(24);

    /**
     * Takes the request on, or tells what became of it before. Of many at once, one is granted it.
     *
     * @param id caller, path and key, hashed
     * @param fingerprint what was asked for, hashed
     * @param caller who asks, hashed; what {@link #forget} finds it by
     */
    Reservation reserve(String id, String fingerprint, String caller);

    /** Keeps the answer, sealed, if this holder still holds the request; it is kept for {@link #KEPT} from its start. */
    void complete(String id, String holder, String sealedAnswer);

    /** Gives the request up unanswered, so that it may be tried again at once. */
    void release(String id, String holder);

    /** Removes what is kept for a caller; one that is at work finds its request gone, and its answer is not kept. */
    void forget(String caller);
}
