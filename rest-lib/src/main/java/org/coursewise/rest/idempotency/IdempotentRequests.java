package org.coursewise.rest.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.coursewise.settings.SecretBox;
import org.coursewise.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Decides for each request with a key: do it, answer as before, or refuse. */
@ApplicationScoped
class IdempotentRequests {

    private static final System.Logger LOG = System.getLogger(IdempotentRequests.class.getName());
    private static final Duration PAUSE_WHILE_IN_PROGRESS = Duration.ofSeconds(1);

    @Inject
    Instance<IdempotencyStore> stores;

    private @Nullable SecretBox box;

    /** A service without a store needs no keys. */
    void readKeys(@Observes Startup event) {
        if (stores.isResolvable()) {
            box = Settings.readOrStop(settings -> settings.secretBox("coursewise.data-keys"));
        }
    }

    /** The answer given before, or a hold on the request, which is to be done now. */
    Decision begin(RequestIdentity request) {
        var reservation = stores.get().reserve(request.id(), request.fingerprint(), request.caller());
        if (reservation instanceof Reservation.Granted granted) {
            return new Decision.Do(new Hold(request.id(), granted.holder()));
        }
        if (reservation instanceof Reservation.Answered answered) {
            return new Decision.Replay(StoredAnswer.open(box(), request.id(), answered.sealedAnswer()));
        }
        if (reservation instanceof Reservation.Reused) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "You have sent another body to this address with the same Idempotency-Key. Use a new key.");
        }
        throw new ProblemException(
                ProblemType.REQUEST_IN_PROGRESS,
                "The first request with this Idempotency-Key is not finished. Ask again in a moment.",
                List.of(),
                PAUSE_WHILE_IN_PROGRESS);
    }

    /**
     * Keeps the answer for whoever asks again. An answer that says "try again" is not kept. When keeping fails the work
     * is done all the same and the client is told so; a repetition after the lease would then do it once more.
     */
    void end(Hold hold, StoredAnswer answer) {
        try {
            if (answer.status() >= 500 || answer.status() == 408 || answer.status() == 429) {
                stores.get().release(hold.id(), hold.holder());
            } else {
                stores.get().complete(hold.id(), hold.holder(), answer.seal(box(), hold.id()));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "An answer to a request with Idempotency-Key could not be kept", e);
        }
    }

    private SecretBox box() {
        if (box == null) {
            throw new IllegalStateException("No IdempotencyStore was there at start-up");
        }
        return box;
    }

    record Hold(String id, String holder) {}

    sealed interface Decision {

        record Do(Hold hold) implements Decision {}

        record Replay(StoredAnswer answer) implements Decision {}
    }
}
