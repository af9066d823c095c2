package org.coursewise.email.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * All messages, in MongoDB. Several processes share them without a lock: a state is replaced only by its successor, so of
 * two that take a step at once one succeeds.
 */
@Singleton
public final class Messages {

    static final String COLLECTION = "messages";
    /** Given up, though somebody may yet have it tried again. */
    private static final List<String> GIVEN_UP = Stream.of(
                    MessageStatus.BOUNCED, MessageStatus.SUPPRESSED, MessageStatus.FAILED)
            .map(MessageStatus::wire)
            .toList();

    private static final String ACCOUNT_GONE = "The recipient's account was deleted";

    private final MongoCollection<Document> collection;
    private final MessageWrites writes;
    private boolean indexed;

    @Inject
    public Messages(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
        this.writes = new MessageWrites(this::indexed);
    }

    /** The collection, once it has its indexes: they come before the first document, not in the middle of them. */
    private synchronized MongoCollection<Document> indexed() {
        if (!indexed) {
            collection.createIndex(ascending(MessageDocuments.NEXT_ATTEMPT_AT, MessageDocuments.DOMAIN));
            collection.createIndex(
                    ascending(MessageDocuments.NEXT_ATTEMPT_AT, MessageDocuments.URGENT),
                    new IndexOptions().partialFilterExpression(eq(MessageDocuments.URGENT, true)));
            collection.createIndex(newestFirst(MessageDocuments.TO));
            collection.createIndex(newestFirst(MessageDocuments.STATUS));
            collection.createIndex(newestFirst(MessageDocuments.TEMPLATE));
            collection.createIndex(descending(MessageDocuments.CREATED_AT, MessageDocuments.ID));
            collection.createIndex(ascending(MessageDocuments.USER_ID));
            collection.createIndex(ascending(MessageDocuments.UNTOLD_SINCE));
            indexed = true;
        }
        return collection;
    }

    private static Bson newestFirst(String field) {
        return compoundIndex(ascending(field), descending(MessageDocuments.CREATED_AT, MessageDocuments.ID));
    }

    /** @return false when there is a message of this id, whatever it says */
    public boolean add(Message message) {
        return writes.insert(message);
    }

    public Optional<Message> find(MessageId id) {
        return Optional.ofNullable(
                        collection.find(eq(MessageDocuments.ID, id.value())).first())
                .map(MessageDocuments::toMessage);
    }

    /**
     * Stores a message's next state.
     *
     * @return false when its state is no longer the one this follows
     */
    public boolean replace(Message next) {
        return writes.replace(predecessor(next), next);
    }

    /** As {@link #replace}, and only if no one has renewed a lease of it meanwhile. */
    public boolean claim(Message claimed, Instant now) {
        var notRenewed = new Document("$lte", Date.from(now));
        return writes.replace(predecessor(claimed).append(MessageDocuments.NEXT_ATTEMPT_AT, notRenewed), claimed);
    }

    /** Flat, unlike what {@code Filters.and} makes: so the simplest of servers finds it by its id. */
    private static Document predecessor(Message next) {
        return new Document(MessageDocuments.ID, next.id().value())
                .append(MessageDocuments.VERSION, next.version() - 1);
    }

    /**
     * What is to be attempted by now, the longest due first, but for what the caller has in hand already.
     *
     * @param isUrgent of what goes before others, or of all else
     * @param room for one message at least
     */
    public List<Message> due(Instant now, boolean isUrgent, DeliveryQueue.Room room, Collection<MessageId> inHand) {
        var conditions = new ArrayList<Bson>();
        conditions.add(lte(MessageDocuments.NEXT_ATTEMPT_AT, Date.from(now)));
        conditions.add(isUrgent ? eq(MessageDocuments.URGENT, true) : ne(MessageDocuments.URGENT, true));
        conditions.add(
                nin(MessageDocuments.ID, inHand.stream().map(MessageId::value).toList()));
        if (!room.fullDomains().isEmpty()) {
            conditions.add(nin(MessageDocuments.DOMAIN, room.fullDomains()));
        }
        return indexed()
                .find(and(conditions))
                .sort(ascending(MessageDocuments.NEXT_ATTEMPT_AT))
                .limit(room.size())
                .map(MessageDocuments::toMessage)
                .into(new ArrayList<>());
    }

    /** Attempts that take long stay their owner's. */
    public void renewLeases(String owner, Collection<MessageId> sending, Instant until) {
        collection.updateMany(
                and(
                        in(
                                MessageDocuments.ID,
                                sending.stream().map(MessageId::value).toList()),
                        eq(MessageDocuments.LEASED_BY, owner)),
                set(MessageDocuments.NEXT_ATTEMPT_AT, Date.from(until)));
    }

    /** Takes the sealed variables out of what was given up before the given time. */
    public void forgetSecrets(Instant before) {
        collection.updateMany(
                and(
                        in(MessageDocuments.STATUS, GIVEN_UP),
                        lt(MessageDocuments.CHANGED_AT, Date.from(before)),
                        exists(MessageDocuments.SEALED)),
                combine(unset(MessageDocuments.SEALED), inc(MessageDocuments.VERSION, 1L)));
    }

    /**
     * Forgets who a user was. What they had still to get is given up; that there were messages stays.
     *
     * @param addresses theirs: what was sent there for no known user is taken to be theirs too
     * @param asOf messages to the addresses that came later may be for someone who registered with one anew
     */
    public void forgetRecipient(String userId, Collection<String> addresses, Instant asOf) {
        for (var id : ids(theirs(userId, addresses, asOf))) {
            var message = find(id);
            while (message.isPresent() && !replace(message.get().anonymous(asOf, ACCOUNT_GONE))) {
                message = find(id);
            }
        }
    }

    /** Where mails to a user went, now and before. */
    public Set<String> addressesOf(String userId) {
        return indexed()
                .distinct(MessageDocuments.TO, eq(MessageDocuments.USER_ID, userId), String.class)
                .into(new HashSet<>());
    }

    /** All that is kept of mails to a user, the oldest first. */
    public List<Message> to(String userId, Collection<String> addresses, Instant asOf) {
        return indexed()
                .find(theirs(userId, addresses, asOf))
                .sort(ascending(MessageDocuments.CREATED_AT, MessageDocuments.ID))
                .map(MessageDocuments::toMessage)
                .into(new ArrayList<>());
    }

    private List<MessageId> ids(Bson filter) {
        return indexed()
                .find(filter)
                .projection(include(MessageDocuments.ID))
                .map(document -> new MessageId(document.get(MessageDocuments.ID, UUID.class)))
                .into(new ArrayList<>());
    }

    private static Bson theirs(String userId, Collection<String> addresses, Instant asOf) {
        if (addresses.isEmpty()) {
            return eq(MessageDocuments.USER_ID, userId);
        }
        // as it was written, and as most write it
        var spellings = new HashSet<>(addresses);
        addresses.forEach(address -> spellings.add(address.toLowerCase(Locale.ROOT)));
        return or(
                eq(MessageDocuments.USER_ID, userId),
                and(
                        in(MessageDocuments.TO, spellings),
                        exists(MessageDocuments.USER_ID, false),
                        lt(MessageDocuments.CREATED_AT, Date.from(asOf))));
    }

    /** At most {@code limit} messages, the newest first. */
    List<Message> list(MessageFilter filter, @Nullable MessageCursor after, int limit) {
        var conditions = new ArrayList<Bson>();
        if (filter.status() != null) {
            conditions.add(eq(MessageDocuments.STATUS, filter.status().wire()));
        }
        if (filter.to() != null) {
            conditions.add(eq(MessageDocuments.TO, filter.to().value()));
        }
        if (filter.template() != null) {
            conditions.add(eq(MessageDocuments.TEMPLATE, filter.template()));
        }
        if (after != null) {
            var created = Date.from(after.createdAt());
            conditions.add(or(
                    lt(MessageDocuments.CREATED_AT, created),
                    and(eq(MessageDocuments.CREATED_AT, created), lt(MessageDocuments.ID, after.id()))));
        }
        return collection
                .find(conditions.isEmpty() ? new Document() : and(conditions))
                .sort(orderBy(descending(MessageDocuments.CREATED_AT, MessageDocuments.ID)))
                .limit(limit)
                .map(MessageDocuments::toMessage)
                .into(new ArrayList<>());
    }
}
