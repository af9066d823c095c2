package org.coursewise.events.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.coursewise.events.Event;
import org.jspecify.annotations.Nullable;

/** The tables {@code outbox} and {@code inbox} as one connection sees them. */
final class OutboxTable {

    private static final String APPEND = """
            insert into outbox (id, aggregatetype, aggregateid, type, source, time, traceparent, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The first that wait, until there are enough or they weigh enough; one is never too heavy. */
    private static final String WAITING = """
            select position, id, aggregatetype, aggregateid, type, source, time, traceparent, payload
            from (select *, sum(octet_length(payload)) over (order by position) - octet_length(payload) as before
                  from (select * from outbox
                        where published_at is null and parked_at is null and aggregatetype <> all (?)
                        order by position limit ?) as first) as weighed
            where before < ?
            order by position
            """;

    private static final String PUBLISHED =
            "update outbox set published_at = ?, payload = null where position = any (?)";

    private static final String PARKED = "update outbox set parked_at = ?, failure = ? where position = ?";

    private static final String PRUNE_OUTBOX = """
            delete from outbox where position in
                (select position from outbox where published_at < ? order by published_at limit ?)
            """;

    private static final String PRUNE_INBOX = """
            delete from inbox where (consumer, event_id) in
                (select consumer, event_id from inbox where handled_at < ? order by handled_at limit ?)
            """;

    private static final String STATUS = """
            select (select count(*) from outbox where published_at is null and parked_at is null),
                   (select time from outbox where published_at is null and parked_at is null order by position limit 1),
                   (select count(*) from outbox where parked_at is not null)
            """;

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** In their order, and in one go. */
    void append(String topic, Collection<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            for (var event : events) {
                statement.setObject(1, event.id());
                statement.setString(2, topic);
                statement.setString(3, event.key());
                statement.setString(4, event.type());
                statement.setString(5, event.source());
                statement.setObject(6, utc(event.time()));
                statement.setString(7, event.traceparent());
                statement.setString(8, event.data());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<OutboxRow> waiting(Collection<String> exceptTopics, int limit, int bytes) throws SQLException {
        try (var statement = connection.prepareStatement(WAITING)) {
            statement.setArray(1, connection.createArrayOf("text", exceptTopics.toArray()));
            statement.setInt(2, limit);
            statement.setInt(3, bytes);
            try (var rows = statement.executeQuery()) {
                var waiting = new ArrayList<OutboxRow>();
                while (rows.next()) {
                    waiting.add(row(rows));
                }
                return waiting;
            }
        }
    }

    void markPublished(Collection<Long> positions, Instant at) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(PUBLISHED)) {
            statement.setObject(1, utc(at));
            statement.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }

    void park(long position, String failure, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement(PARKED)) {
            statement.setObject(1, utc(at));
            statement.setString(2, failure);
            statement.setLong(3, position);
            statement.executeUpdate();
        }
    }

    /** Tells how many rows went. */
    int prunePublished(Instant before, int limit) throws SQLException {
        return prune(PRUNE_OUTBOX, before, limit);
    }

    /** Tells how many rows went. */
    int pruneHandled(Instant before, int limit) throws SQLException {
        return prune(PRUNE_INBOX, before, limit);
    }

    OutboxStatus status() throws SQLException {
        try (var statement = connection.prepareStatement(STATUS);
                var rows = statement.executeQuery()) {
            rows.next();
            return new OutboxStatus(rows.getLong(1), instant(rows.getTimestamp(2)), rows.getLong(3));
        }
    }

    private int prune(String sql, Instant before, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, utc(before));
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        var event = new Event(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("source"),
                row.getTimestamp("time").toInstant(),
                row.getString("aggregateid"),
                row.getString("traceparent"),
                row.getString("payload"));
        return new OutboxRow(row.getLong("position"), row.getString("aggregatetype"), event);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
