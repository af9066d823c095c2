package org.coursewise.email.suppression;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coursewise.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/** All suppressed addresses: a document each, found by the address in lower case. */
@Singleton
public final class Suppressions {

    private static final String COLLECTION = "suppressions";
    private static final String ID = "_id";
    private static final String REASON = "reason";
    private static final String SINCE = "since";

    private final MongoCollection<Document> collection;
    private boolean indexed;

    @Inject
    public Suppressions(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    /** @return false when the address is suppressed already, whatever for */
    public boolean add(EmailAddress address, String reason, Instant now) {
        try {
            indexed()
                    .insertOne(new Document(ID, address.key())
                            .append(REASON, reason)
                            .append(SINCE, Date.from(now)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    public Optional<Suppression> find(EmailAddress address) {
        return Optional.ofNullable(collection.find(eq(ID, address.key())).first())
                .map(Suppressions::suppression);
    }

    /** @return false when it was not suppressed */
    public boolean remove(EmailAddress address) {
        return collection.deleteOne(eq(ID, address.key())).getDeletedCount() == 1;
    }

    /** Of the given addresses, those that are suppressed. */
    public List<Suppression> of(Collection<String> addresses) {
        return collection
                .find(in(ID, keys(addresses)))
                .map(Suppressions::suppression)
                .into(new ArrayList<>());
    }

    /** Whoever had these addresses is gone. */
    public void forget(Collection<String> addresses) {
        collection.deleteMany(in(ID, keys(addresses)));
    }

    /** At most {@code limit}, the newest first. */
    List<Suppression> list(@Nullable SuppressionCursor after, int limit) {
        return indexed()
                .find(after == null ? new Document() : before(after))
                .sort(descending(SINCE, ID))
                .limit(limit)
                .map(Suppressions::suppression)
                .into(new ArrayList<>());
    }

    private static Bson before(SuppressionCursor cursor) {
        var since = Date.from(cursor.since());
        return or(lt(SINCE, since), and(eq(SINCE, since), lt(ID, cursor.address())));
    }

    private static List<String> keys(Collection<String> addresses) {
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static Suppression suppression(Document document) {
        return new Suppression(
                new EmailAddress(document.getString(ID)),
                document.getString(REASON),
                document.getDate(SINCE).toInstant());
    }

    /** The collection, once it has its index: it comes before the first document, not in the middle of them. */
    private synchronized MongoCollection<Document> indexed() {
        if (!indexed) {
            collection.createIndex(descending(SINCE, ID));
            indexed = true;
        }
        return collection;
    }
}
