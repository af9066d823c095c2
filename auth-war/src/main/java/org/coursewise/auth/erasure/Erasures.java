package org.coursewise.auth.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.receipt.ErasureReceipt;

/** Who was deleted and when, by their ids alone. */
@ApplicationScoped
class Erasures {

    /** A row that Kafka can never take goes too, but for the fact itself: without it the others keep what they hold. */
    private static final String CLEAR_OUTBOX = """
            delete from outbox where aggregateid in (select user_id::text from erasure where settled_at is null)
                and (published_at is not null
                    or parked_at is not null and type <> 'org.coursewise.auth.user.deleted')
            """;

    private static final String SETTLE = """
            update erasure set settled_at = ? where settled_at is null and erased_at < ?
                and not exists (select 1 from outbox where aggregateid = user_id::text)
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    void begin(UserId user) {
        sql.update("insert into erasure (user_id, erased_at) values (?, ?)", user.value(), clock.instant());
        sql.update("update import_job set requested_by = '' where requested_by = ?", user.toString());
    }

    /** Those of whom something may still be on its way. */
    List<UserId> unsettled() {
        return sql.query(
                "select user_id from erasure where settled_at is null",
                row -> new UserId(row.getObject(1, UUID.class)));
    }

    /** Of the unsettled, what has been told to others goes, envelope and all. */
    void clearOutbox() {
        sql.update(CLEAR_OUTBOX);
    }

    /** Says of those deleted before {@code before} that nothing of them is left, where nothing waits to be told. */
    void settle(Instant before) {
        sql.update(SETTLE, clock.instant(), before);
    }

    Optional<ErasureReceipt> find(UserId user) {
        return sql
                .query(
                        "select erased_at, settled_at from erasure where user_id = ?",
                        row -> new ErasureReceipt(
                                "auth",
                                user.toString(),
                                Objects.requireNonNull(Sql.instant(row, "erased_at")),
                                Sql.instant(row, "settled_at")),
                        user.value())
                .stream()
                .findFirst();
    }
}
