package org.coursewise.email.message;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Of which steps others have still to be told. The outbox is the history itself: a step is stored together with the mark
 * that it is untold, and the mark goes when somebody says how much of the history is told.
 */
@Singleton
public final class MessageOutbox {

    private final MongoCollection<Document> collection;

    /** @param told how many lines of its history others know */
    public record Untold(Message message, int told) {}

    /** @param since when the first of them happened; null when there is none */
    public record Depth(long messages, @Nullable Instant since) {}

    @Inject
    public MessageOutbox(MongoDatabase database) {
        this.collection = database.getCollection(Messages.COLLECTION);
    }

    /** At most {@code limit} messages with untold steps, the longest waiting first. */
    public List<Untold> untold(int limit) {
        return collection
                .find(waiting())
                .sort(ascending(MessageDocuments.UNTOLD_SINCE))
                .limit(limit)
                .map(document ->
                        new Untold(MessageDocuments.toMessage(document), document.getInteger(MessageDocuments.TOLD, 0)))
                .into(new ArrayList<>());
    }

    /** All steps of these messages are told; one that took another step meanwhile goes on waiting. */
    public void told(List<Untold> messages) {
        var writes = new ArrayList<WriteModel<Document>>();
        for (var untold : messages) {
            var message = untold.message();
            var told = set(MessageDocuments.TOLD, message.history().size());
            var id = message.id().value();
            writes.add(new UpdateOneModel<>(eq(MessageDocuments.ID, id), told));
            writes.add(new UpdateOneModel<>(
                    new Document(MessageDocuments.ID, id).append(MessageDocuments.VERSION, message.version()),
                    combine(told, unset(MessageDocuments.UNTOLD_SINCE))));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    public Depth depth() {
        var first = collection
                .find(waiting())
                .sort(ascending(MessageDocuments.UNTOLD_SINCE))
                .first();
        return first == null
                ? new Depth(0, null)
                : new Depth(
                        collection.countDocuments(waiting()),
                        first.getDate(MessageDocuments.UNTOLD_SINCE).toInstant());
    }

    private static Bson waiting() {
        return gt(MessageDocuments.UNTOLD_SINCE, Date.from(Instant.EPOCH));
    }
}
