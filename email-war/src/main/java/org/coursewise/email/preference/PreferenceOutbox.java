package org.coursewise.email.preference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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
 * Of whose wish for recommendations others have still to be told. The outbox is the wish itself: it is stored together with
 * the mark that it is untold. What was said before there was such a mark counts as untold too.
 */
@Singleton
public final class PreferenceOutbox {

    private static final String TOLD = "told";
    private static final String CHANGED_AT = "changedAt";
    /** One more with each change. */
    private static final String EDITION = "edition";
    /** The person was deleted. */
    private static final String GONE = "gone";

    private final MongoCollection<Document> collection;
    private boolean isIndexed;

    /** @param isGone the person was deleted: nothing stays once this is told */
    public record Untold(String userId, boolean wantsRecommendations, long edition, boolean isGone) {}

    /** @param since when the first of them changed; null when there is none, or that is not known */
    public record Depth(long people, @Nullable Instant since) {}

    @Inject
    public PreferenceOutbox(MongoDatabase database) {
        this.collection = database.getCollection(Preferences.COLLECTION);
    }

    /** The mark, for the write that changes something. */
    static Bson untold() {
        return combine(set(TOLD, false), inc(EDITION, 1L), currentDate(CHANGED_AT));
    }

    static Bson gone() {
        return combine(untold(), set(GONE, true));
    }

    /** At most {@code limit} people. */
    public List<Untold> untold(int limit) {
        return indexed()
                .find(waiting())
                .limit(limit)
                .map(document -> new Untold(
                        document.getString(Preferences.ID),
                        document.getBoolean(Category.RECOMMENDATIONS.wire(), false),
                        edition(document),
                        document.getBoolean(GONE, false)))
                .into(new ArrayList<>());
    }

    /**
     * All of these are told. One that changed meanwhile waits on, or again, should another process have told the change
     * before: what is told last has to be what holds.
     */
    public void told(List<Untold> people) {
        for (var person : people) {
            var asTold = and(
                    eq(Preferences.ID, person.userId()),
                    person.edition() == 0 ? exists(EDITION, false) : eq(EDITION, person.edition()));
            var isStill = person.isGone()
                    ? collection.deleteOne(asTold).getDeletedCount() == 1
                    : collection.updateOne(asTold, set(TOLD, true)).getMatchedCount() == 1;
            if (!isStill) {
                collection.updateOne(eq(Preferences.ID, person.userId()), set(TOLD, false));
            }
        }
    }

    public Depth depth() {
        var first =
                indexed().find(waiting()).sort(ascending(CHANGED_AT)).limit(1).first();
        if (first == null) {
            return new Depth(0, null);
        }
        Date since = first.getDate(CHANGED_AT);
        return new Depth(collection.countDocuments(waiting()), since == null ? null : since.toInstant());
    }

    private static Bson waiting() {
        return or(eq(TOLD, false), exists(TOLD, false));
    }

    private static long edition(Document document) {
        var edition = document.getLong(EDITION);
        return edition == null ? 0 : edition;
    }

    /** The collection, once it has its index. */
    private synchronized MongoCollection<Document> indexed() {
        if (!isIndexed) {
            collection.createIndex(ascending(TOLD));
            isIndexed = true;
        }
        return collection;
    }
}
