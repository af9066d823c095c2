package org.coursewise.email.telling;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * Which of several replicas tells the events: whoever holds this document's lease. Two at once, after a long pause of one,
 * tell events twice, which does no more harm than after a crash.
 */
final class RelayLease {

    private static final String COLLECTION = "leases";
    private static final String ID = "_id";
    private static final String NAME = "delivery-events";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(10);

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private Instant heldUntil = Instant.EPOCH;

    RelayLease(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    /** Takes the lease or keeps it; false while another holds it. */
    boolean isHeld() {
        var now = clock.instant();
        if (now.isBefore(heldUntil.minus(RENEWED_BEFORE))) {
            return true;
        }
        var until = now.plus(LENGTH);
        var isHeld = take(now, until);
        heldUntil = isHeld ? until : Instant.EPOCH;
        return isHeld;
    }

    private boolean take(Instant now, Instant until) {
        try {
            var result = collection.updateOne(
                    and(eq(ID, NAME), or(eq(OWNER, owner), lte(UNTIL, Date.from(now)))),
                    combine(set(OWNER, owner), set(UNTIL, Date.from(until))),
                    new UpdateOptions().upsert(true));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Lets another go on at once. */
    void release() {
        collection.deleteOne(and(eq(ID, NAME), eq(OWNER, owner)));
        heldUntil = Instant.EPOCH;
    }
}
