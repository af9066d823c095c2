package org.coursewise.email.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coursewise.rest.idempotency.IdempotencyStore;
import org.coursewise.rest.idempotency.Reservation;

/** Keeps one document for each request with a key. Whoever inserts or takes it over holds the request. */
@Singleton
public final class MongoIdempotencyStore implements IdempotencyStore {

    private static final String COLLECTION = "idempotentRequests";
    private static final String ID = "_id";
    private static final String FINGERPRINT = "fingerprint";
    private static final String CALLER = "caller";
    private static final String HOLDER = "holder";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String ANSWER = "answer";
    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(1);

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private boolean indexed;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    @Inject
    public MongoIdempotencyStore(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Reservation reserve(String id, String fingerprint, String caller) {
        var now = clock.instant();
        sweepNowAndThen(now);
        var holder = UUID.randomUUID().toString();
        if (take(id, fingerprint, caller, holder, now)) {
            return new Reservation.Granted(holder);
        }
        var other = collection.find(eq(ID, id)).first();
        if (other == null) {
            // given up this very moment: the caller is to ask again
            return new Reservation.InProgress();
        }
        if (!fingerprint.equals(other.getString(FINGERPRINT))) {
            return new Reservation.Reused();
        }
        var answer = other.getString(ANSWER);
        return answer == null ? new Reservation.InProgress() : new Reservation.Answered(answer);
    }

    @Override
    public void complete(String id, String holder, String sealedAnswer) {
        collection.updateOne(heldBy(id, holder), set(ANSWER, sealedAnswer));
    }

    @Override
    public void release(String id, String holder) {
        collection.deleteOne(heldBy(id, holder));
    }

    @Override
    public void forget(String caller) {
        collection.deleteMany(eq(CALLER, caller));
    }

    /** A document is taken over when it has run out, or when whoever held it for the same request has died. */
    private boolean take(String id, String fingerprint, String caller, String holder, Instant now) {
        var date = Date.from(now);
        var free = or(
                lte(EXPIRES_AT, date), and(exists(ANSWER, false), lte(HELD_UNTIL, date), eq(FINGERPRINT, fingerprint)));
        try {
            var result = indexed()
                    .updateOne(
                            and(eq(ID, id), free),
                            combine(
                                    set(FINGERPRINT, fingerprint),
                                    set(CALLER, caller),
                                    set(HOLDER, holder),
                                    set(HELD_UNTIL, Date.from(now.plus(LEASE))),
                                    set(EXPIRES_AT, Date.from(now.plus(KEPT))),
                                    unset(ANSWER)),
                            new UpdateOptions().upsert(true));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** The collection, once it has its indexes: they come before the first document, not in the middle of them. */
    private synchronized MongoCollection<Document> indexed() {
        if (!indexed) {
            collection.createIndex(ascending(EXPIRES_AT));
            collection.createIndex(ascending(CALLER));
            indexed = true;
        }
        return collection;
    }

    private static Bson heldBy(String id, String holder) {
        return and(eq(ID, id), eq(HOLDER, holder), exists(ANSWER, false));
    }

    private void sweepNowAndThen(Instant now) {
        var due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_PAUSE))) {
            collection.deleteMany(lte(EXPIRES_AT, Date.from(now)));
        }
    }
}
