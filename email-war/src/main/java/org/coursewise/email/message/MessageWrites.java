package org.coursewise.email.message;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.coursewise.email.storage.JoinedWrites;

/**
 * Writes of one message each, in one command when several threads want theirs at once: a database waits for its journal and
 * its other members once for all of them.
 */
final class MessageWrites {

    /** What tells a message's state from every other that could follow the same one. */
    private static final List<String> TELLING = List.of(
            MessageDocuments.VERSION, MessageDocuments.STATUS, MessageDocuments.LEASED_BY, MessageDocuments.CHANGED_AT);

    private final Supplier<MongoCollection<Document>> collection;
    private final JoinedWrites<Message, Boolean> insertions = new JoinedWrites<>(this::insert);
    private final JoinedWrites<Step, Boolean> steps = new JoinedWrites<>(this::take);

    private record Step(Document from, Message to) {}

    MessageWrites(Supplier<MongoCollection<Document>> collection) {
        this.collection = collection;
    }

    /** @return false when there is a message of this id */
    boolean insert(Message message) {
        return insertions.write(message);
    }

    /** @return false when the message is not as it has to be before this */
    boolean replace(Document from, Message to) {
        return steps.write(new Step(from, to));
    }

    private List<Boolean> insert(List<Message> messages) {
        var inserted = new ArrayList<>(Collections.nCopies(messages.size(), true));
        try {
            collection
                    .get()
                    .insertMany(
                            messages.stream().map(MessageDocuments::from).toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            for (var error : e.getWriteErrors()) {
                if (ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                inserted.set(error.getIndex(), false);
            }
        }
        return inserted;
    }

    private List<Boolean> take(List<Step> together) {
        var updates = together.stream()
                .map(step -> new UpdateOneModel<Document>(step.from(), MessageDocuments.change(step.to())))
                .toList();
        var matched = collection
                .get()
                .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                .getMatchedCount();
        if (matched == together.size()) {
            return Collections.nCopies(together.size(), true);
        }
        return matched == 0 ? Collections.nCopies(together.size(), false) : taken(together);
    }

    /** The answer does not say which: those that are now what they were to become. */
    private List<Boolean> taken(List<Step> together) {
        var now = new HashMap<UUID, Document>();
        var ids = together.stream().map(step -> step.to().id().value()).toList();
        collection
                .get()
                .find(Filters.in(MessageDocuments.ID, ids))
                .projection(Projections.include(TELLING))
                .forEach(document -> now.put(document.get(MessageDocuments.ID, UUID.class), document));
        return together.stream().map(step -> isNow(step.to(), now)).toList();
    }

    private static boolean isNow(Message to, Map<UUID, Document> now) {
        var wanted = MessageDocuments.from(to);
        var found = now.get(to.id().value());
        return found != null && TELLING.stream().allMatch(field -> Objects.equals(found.get(field), wanted.get(field)));
    }
}
