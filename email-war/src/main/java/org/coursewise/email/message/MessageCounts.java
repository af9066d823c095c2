package org.coursewise.email.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** How many messages stand where, counted by the database among those of a time. */
@Singleton
public final class MessageCounts {

    private static final long PATIENCE_SECONDS = 10;
    private static final String KEY = "key";
    private static final String COUNT = "count";
    private static final Document DAY = new Document(
            "$dateToString", new Document("format", "%Y-%m-%d").append("date", "$" + MessageDocuments.CREATED_AT));
    /** Null where the recipient is gone. */
    private static final Document DOMAIN =
            new Document("$arrayElemAt", List.of(new Document("$split", List.of("$" + MessageDocuments.TO, "@")), 1));

    private final MongoCollection<Document> collection;

    /** What messages are sorted by. */
    public enum By {
        TEMPLATE,
        DAY,
        DOMAIN
    }

    @Inject
    public MessageCounts(MongoDatabase database) {
        this.collection = database.getCollection(Messages.COLLECTION);
    }

    /** For each template, day (UTC) or domain how many of the messages accepted in that time are in each state. */
    public SortedMap<String, Map<MessageStatus, Long>> count(By by, Instant from, Instant to) {
        var counts = new TreeMap<String, Map<MessageStatus, Long>>();
        var group = new Document(KEY, expression(by)).append(MessageDocuments.STATUS, "$" + MessageDocuments.STATUS);
        var steps = List.of(Aggregates.match(among(by, from, to)), Aggregates.group(group, Accumulators.sum(COUNT, 1)));
        for (var row : collection.aggregate(steps).maxTime(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            var id = row.get("_id", Document.class);
            MessageStatus.parse(id.getString(MessageDocuments.STATUS)).ifPresent(status -> counts.computeIfAbsent(
                            String.valueOf(id.get(KEY)), key -> new EnumMap<>(MessageStatus.class))
                    .put(status, row.get(COUNT, Number.class).longValue()));
        }
        return counts;
    }

    private static Object expression(By by) {
        return switch (by) {
            case TEMPLATE -> "$" + MessageDocuments.TEMPLATE;
            case DAY -> DAY;
            case DOMAIN -> DOMAIN;
        };
    }

    private static Bson among(By by, Instant from, Instant to) {
        var time =
                and(gte(MessageDocuments.CREATED_AT, Date.from(from)), lt(MessageDocuments.CREATED_AT, Date.from(to)));
        return by == By.DOMAIN ? and(time, new Document(MessageDocuments.TO, new Document("$exists", true))) : time;
    }
}
