package org.coursewise.rest.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.coursewise.rest.caller.Caller;

/** The answers that are kept for whoever repeats a request. */
@ApplicationScoped
public class KeptAnswers {

    private final Supplier<IdempotencyStore> store;

    @Inject
    KeptAnswers(Instance<IdempotencyStore> stores) {
        this.store = stores::get;
    }

    public KeptAnswers(IdempotencyStore store) {
        this.store = () -> store;
    }

    /** For the container's proxy alone. */
    KeptAnswers() {
        this.store = () -> {
            throw new IllegalStateException("a proxy has no store");
        };
    }

    /**
     * Forgets what was answered to somebody who is gone.
     *
     * @param subject the user's id, as their tokens named it
     */
    public void forget(String subject) {
        store.get().forget(RequestIdentity.caller(Caller.distinguishingMark(subject)));
    }
}
