package org.coursewise.email.preference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coursewise.email.erasure.Erasures;

/**
 * What people said of the mails they want: a document for each who said anything. Each change marks it as untold, in the
 * same write; the rest is {@link PreferenceOutbox}'s.
 */
@Singleton
public final class Preferences {

    static final String COLLECTION = "preferences";
    static final String ID = "_id";

    private final MongoCollection<Document> collection;
    private final Erasures erasures;

    @Inject
    public Preferences(MongoDatabase database, Erasures erasures) {
        this.collection = database.getCollection(COLLECTION);
        this.erasures = erasures;
    }

    /** Each category, with what was said of it or what holds where nothing was. */
    public Map<Category, Boolean> of(String userId) {
        var said = collection.find(eq(ID, userId)).first();
        var wanted = new EnumMap<Category, Boolean>(Category.class);
        for (var category : Category.values()) {
            wanted.put(category, category.isOnByDefault());
            if (said != null && category.canBeTurnedOff()) {
                wanted.put(category, said.getBoolean(category.wire(), category.isOnByDefault()));
            }
        }
        return wanted;
    }

    public boolean wants(String userId, Category category) {
        return Boolean.TRUE.equals(of(userId).get(category));
    }

    /** What holds for an address that is no user's. */
    public static boolean wantsByDefault(Category category) {
        return category.isOnByDefault();
    }

    /** Changes what is named and leaves the rest; what can't be turned off stays on. */
    public void set(String userId, Map<Category, Boolean> wanted) {
        var changes = new ArrayList<Bson>();
        wanted.forEach((category, isWanted) -> {
            if (category.canBeTurnedOff()) {
                changes.add(Updates.set(category.wire(), isWanted));
            }
        });
        if (changes.isEmpty()) {
            return;
        }
        changes.add(PreferenceOutbox.untold());
        collection.updateOne(eq(ID, userId), Updates.combine(changes), new UpdateOptions().upsert(true));
        // asked after it is stored: an erasure that begins now finds it, one that began before is seen here
        if (erasures.isErased(userId)) {
            forget(userId);
        }
    }

    /** Whoever asked for recommendations speaks another language, perhaps: those who make them are told again. */
    public void tellAgain(String userId) {
        // a write that changes nothing would wait for the other members all the same
        if (wants(userId, Category.RECOMMENDATIONS)) {
            collection.updateOne(
                    and(eq(ID, userId), eq(Category.RECOMMENDATIONS.wire(), true)), PreferenceOutbox.untold());
        }
    }

    /** The id alone stays, until others were told that no mail is wanted any more. */
    public void forget(String userId) {
        collection.updateOne(
                eq(ID, userId),
                Updates.combine(
                        Updates.unset(Category.ENROLLMENT.wire()),
                        Updates.unset(Category.RECOMMENDATIONS.wire()),
                        PreferenceOutbox.gone()));
    }
}
