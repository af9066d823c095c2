package org.coursewise.email.message;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Of which steps others have still to be told. The outbox is the history itself: a step is stored together with the mark
 * that it is untold, and the mark goes when somebody says how much of the history is told.
 */
@Singleton
public final class MessageOutbox {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

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
        if (messages.isEmpty()) {
            return;
        }
        var asTheyWere = messages.stream()
                .map(untold -> new UpdateOneModel<Document>(
                        new Document(MessageDocuments.ID, idOf(untold))
                                .append(
                                        MessageDocuments.VERSION,
                                        untold.message().version()),
                        combine(toldOf(untold), unset(MessageDocuments.UNTOLD_SINCE))))
                .toList();
        if (collection.bulkWrite(asTheyWere, UNORDERED).getMatchedCount() < messages.size()) {
            // nothing of those that went on is told again
            collection.bulkWrite(
                    messages.stream()
                            .map(untold ->
                                    new UpdateOneModel<Document>(eq(MessageDocuments.ID, idOf(untold)), toldOf(untold)))
                            .toList(),
                    UNORDERED);
        }
    }

    private static UUID idOf(Untold untold) {
        return untold.message().id().value();
    }

    private static Bson toldOf(Untold untold) {
        return set(MessageDocuments.TOLD, untold.message().history().size());
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
