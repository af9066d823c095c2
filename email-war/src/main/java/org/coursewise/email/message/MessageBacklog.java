package org.coursewise.email.message;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How many messages are in each state, and since when. Not how many are sent: those are nearly all there ever were, and
 * counting them would take longer with every day.
 */
@Singleton
final class MessageBacklog {

    static final Set<MessageStatus> STATES = EnumSet.complementOf(EnumSet.of(MessageStatus.SENT));

    private static final long PATIENCE_MILLIS = 5_000;

    private final MongoCollection<Document> collection;

    /** @param oldest when the oldest of them was accepted, null when there is none */
    record State(long messages, @Nullable Instant oldest) {}

    @Inject
    MessageBacklog(MongoDatabase database) {
        this.collection = database.getCollection(Messages.COLLECTION);
    }

    /** Reads nothing but the index of state and time. */
    Map<MessageStatus, State> now() {
        var states = new EnumMap<MessageStatus, State>(MessageStatus.class);
        for (var status : STATES) {
            var theirs = Filters.eq(MessageDocuments.STATUS, status.wire());
            var count = collection.countDocuments(
                    theirs, new CountOptions().maxTime(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
            var first = collection
                    .find(theirs)
                    .sort(Indexes.ascending(MessageDocuments.CREATED_AT, MessageDocuments.ID))
                    .projection(Projections.include(MessageDocuments.CREATED_AT))
                    .maxTime(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .first();
            states.put(
                    status,
                    new State(
                            count,
                            first == null
                                    ? null
                                    : first.getDate(MessageDocuments.CREATED_AT).toInstant()));
        }
        return states;
    }
}
