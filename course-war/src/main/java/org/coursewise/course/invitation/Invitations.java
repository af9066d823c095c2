package org.coursewise.course.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.course.catalog.CourseId;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;
import org.jspecify.annotations.Nullable;

/** All invitations. An address is kept no longer than it can be taken by. */
@ApplicationScoped
class Invitations {

    /** How long it is told that one was withdrawn or expired. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** In the order of hashes, so that two who invite the same people do not wait for each other. */
    private static final String ADD = """
            insert into invitation (course_id, address_hash, sealed_address, may_wait, created_at, expires_at, due_at)
            select ?, hash, sealed, ?, ?, ?, ? from jsonb_to_recordset(?::jsonb) as row (hash text, sealed text) order by hash
            on conflict (course_id, address_hash) do update set may_wait = excluded.may_wait, expires_at = excluded.expires_at,
                due_at = case when invitation.claimed_at is null then excluded.due_at end
            """;

    private static final String PAGE = """
            select id, course_id, sealed_address, may_wait, created_at, expires_at, withdrawn_at is not null as withdrawn,
                expires_at <= ? as expired
            from invitation
            where course_id = ? and id > ? and (?::text is null
                or ? = case when withdrawn_at is not null then 'withdrawn' when expires_at <= ? then 'expired' else 'open' end)
            order by id limit ?
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String WITHDRAW = """
            update invitation set withdrawn_at = ?, due_at = null, address_hash = null, sealed_address = null
            where id = ? and withdrawn_at is null
            """;

    /** One that is being taken in this moment is left for the next time. */
    private static final String EXPIRE = """
            update invitation set due_at = null, address_hash = null, sealed_address = null
            where id in (select id from invitation where expires_at <= ? and address_hash is not null for update skip locked)
            """;

    @Inject
    Sql sql;

    @Inject
    AddressKey key;

    private record Kept(String hash, String sealed) {}

    /** Those that are invited already stay so for longer; who has taken one is not enrolled by it again. */
    void add(CourseId course, Collection<EmailAddress> people, boolean mayWait, Instant now, Instant expiry) {
        var addresses = key.addresses();
        var rows = new TreeMap<String, Kept>();
        for (var person : people) {
            var hash = addresses.hash(person);
            rows.put(hash, new Kept(hash, addresses.seal(person)));
        }
        sql.update(
                ADD,
                course.value(),
                mayWait,
                now,
                expiry,
                now,
                StrictJson.mapper().writeValueAsString(rows.values()));
    }

    List<InvitationView> in(
            CourseId course, @Nullable InvitationState state, @Nullable UUID after, int limit, Instant now) {
        var name = state == null ? null : state.wireName();
        return sql.query(
                PAGE, this::view, now, course.value(), after == null ? BEFORE_ALL : after, name, name, now, limit);
    }

    Optional<CourseId> courseOf(UUID id) {
        return sql
                .query("select course_id from invitation where id = ?", row -> row.getObject(1, UUID.class), id)
                .stream()
                .findFirst()
                .map(CourseId::new);
    }

    void withdraw(UUID id, Instant now) {
        sql.update(WITHDRAW, now, id);
    }

    /** Forgets the addresses of those that expired, and in the end that they were. */
    void expire(Instant now) {
        sql.update(EXPIRE, now);
        sql.update("delete from invitation where expires_at <= ?", now.minus(REMEMBERED));
    }

    private InvitationView view(ResultSet row) throws SQLException {
        var state = InvitationState.of(row.getBoolean("withdrawn"), row.getBoolean("expired"));
        var sealed = row.getString("sealed_address");
        return new InvitationView(
                row.getString("id"),
                row.getString("course_id"),
                sealed == null || state != InvitationState.OPEN
                        ? null
                        : key.addresses().open(sealed),
                state,
                row.getBoolean("may_wait"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")));
    }
}
