package org.coursewise.email.recipient;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.coursewise.address.EmailAddress;

/**
 * All users that auth has told of. Each remembers the time of the fact it was learnt from, so that an older fact that
 * comes late changes nothing; of a deleted one that time is all that stays.
 */
@Singleton
public final class Recipients {

    private static final String COLLECTION = "recipients";
    private static final String ID = "_id";
    private static final String EMAIL = "email";
    private static final String DISPLAY_NAME = "displayName";
    private static final String LOCALE = "locale";
    private static final String AS_OF = "asOf";

    private final MongoCollection<Document> collection;
    private boolean isIndexed;

    @Inject
    public Recipients(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    public Optional<Recipient> find(String userId) {
        return Optional.ofNullable(collection.find(eq(ID, userId)).first())
                .filter(document -> document.containsKey(EMAIL))
                .map(document -> new Recipient(
                        userId,
                        document.getString(EMAIL),
                        document.getString(DISPLAY_NAME),
                        document.getString(LOCALE)));
    }

    /** Whose address it is, spelt as they spell it or in lower case. */
    public Optional<String> userAt(EmailAddress address) {
        return Optional.ofNullable(indexed()
                        .find(in(EMAIL, List.of(address.value(), address.key())))
                        .first())
                .map(document -> document.getString(ID));
    }

    /**
     * Whom to write to; empty when the user was deleted.
     *
     * @throws NotKnownYetException when auth has not told of them
     */
    public Optional<Recipient> addressed(String userId) {
        return isForgotten(userId)
                ? Optional.empty()
                : Optional.of(find(userId).orElseThrow(() -> new NotKnownYetException(userId)));
    }

    private boolean isForgotten(String userId) {
        var document = collection.find(eq(ID, userId)).first();
        return document != null && !document.containsKey(EMAIL);
    }

    /**
     * The address a user has, and of those they had before the ones that are nobody else's now.
     *
     * @param before where mails to them went
     */
    public Set<String> addressesOf(String userId, Collection<String> before) {
        var addresses = new HashSet<String>();
        before.stream()
                .filter(address ->
                        collection.find(and(eq(EMAIL, address), ne(ID, userId))).first() == null)
                .forEach(addresses::add);
        find(userId).ifPresent(recipient -> addresses.add(recipient.email()));
        return addresses;
    }

    void learn(Recipient recipient, Instant asOf) {
        put(
                recipient.userId(),
                new Document(EMAIL, recipient.email())
                        .append(DISPLAY_NAME, recipient.displayName())
                        .append(LOCALE, recipient.locale()),
                asOf);
    }

    void forget(String userId, Instant asOf) {
        put(userId, new Document(), asOf);
    }

    /** The collection, once it has its index: it comes before the first document, not in the middle of them. */
    private synchronized MongoCollection<Document> indexed() {
        if (!isIndexed) {
            collection.createIndex(ascending(EMAIL));
            isIndexed = true;
        }
        return collection;
    }

    private void put(String userId, Document known, Instant asOf) {
        var date = Date.from(asOf);
        try {
            indexed()
                    .replaceOne(
                            and(eq(ID, userId), lte(AS_OF, date)),
                            known.append(ID, userId).append(AS_OF, date),
                            new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // there is one, and it is newer
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
