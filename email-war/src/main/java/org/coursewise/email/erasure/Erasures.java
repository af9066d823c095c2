package org.coursewise.email.erasure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.coursewise.rest.receipt.ErasureReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Who was deleted, by their ids: a document each, kept for good, so that no mail is sent to them any more. While an
 * erasure goes on it also holds whose addresses are to be looked for, which a crash must not lose.
 */
@Singleton
public final class Erasures {

    private static final String COLLECTION = "erasures";
    private static final String ID = "_id";
    private static final String REQUESTED_AT = "requestedAt";
    private static final String ERASED_AT = "erasedAt";
    private static final String ADDRESSES = "addresses";

    private final MongoCollection<Document> collection;

    @Inject
    public Erasures(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    /**
     * From here on no message goes to the user.
     *
     * @param addresses known to be theirs
     * @return these and those of an attempt before
     */
    public Set<String> begin(String userId, Instant requestedAt, Collection<String> addresses) {
        var document = collection.findOneAndUpdate(
                eq(ID, userId),
                combine(
                        setOnInsert(REQUESTED_AT, Date.from(requestedAt)),
                        addEachToSet(ADDRESSES, List.copyOf(addresses))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Set.copyOf(Objects.requireNonNull(document).getList(ADDRESSES, String.class, List.of()));
    }

    /** All is erased; the addresses go too. The time of the first erasure stays. */
    public void end(String userId, Instant now) {
        collection.updateOne(and(eq(ID, userId), exists(ERASED_AT, false)), set(ERASED_AT, Date.from(now)));
        collection.updateOne(eq(ID, userId), unset(ADDRESSES));
    }

    public boolean isErased(String userId) {
        return collection.find(eq(ID, userId)).first() != null;
    }

    Optional<ErasureReceipt> find(String userId) {
        return Optional.ofNullable(collection.find(eq(ID, userId)).first())
                .map(document -> new ErasureReceipt(
                        "email",
                        userId,
                        document.getDate(REQUESTED_AT).toInstant(),
                        instant(document.getDate(ERASED_AT))));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
