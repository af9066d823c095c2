package org.coursewise.auth.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.audit.AuditTrail;
import org.coursewise.auth.audit.AuditType;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/** The failed log-ins of the last minutes, shared by all replicas: one read before a password is checked, one row for each. */
@ApplicationScoped
class FailedLogIns {

    private static final String STANDING = """
        select n.everywhere, n.latest, n.here, n.latest_here, c.failures, c.latest as latest_client,
            (select id from account where email_key = ?) as account,
            exists (select 1 from seen_device d join account a on a.id = d.account_id
                where a.email_key = ? and d.network = ?) as known
        from
            (select count(*) as everywhere, max(failed_at) as latest,
                count(*) filter (where network = ?) as here,
                max(failed_at) filter (where network = ?) as latest_here
                from log_in_failure where name = ? and failed_at > ?) n,
            (select count(*) as failures, max(failed_at) as latest
                from log_in_failure where address = ? and failed_at > ?) c
        """;

    @Inject
    Sql sql;

    @Inject
    AuditTrail audit;

    Standing standing(Place place, Instant since) {
        return sql.query(
                        STANDING,
                        row -> {
                            var account = row.getObject("account", UUID.class);
                            return new Standing(
                                    account == null ? null : new UserId(account),
                                    row.getBoolean("known"),
                                    new Failures(row.getLong("everywhere"), Sql.instant(row, "latest")),
                                    new Failures(row.getLong("here"), Sql.instant(row, "latest_here")),
                                    new Failures(row.getLong("failures"), Sql.instant(row, "latest_client")));
                        },
                        place.emailKey(),
                        place.emailKey(),
                        place.network(),
                        place.network(),
                        place.network(),
                        place.name(),
                        since,
                        place.client(),
                        since)
                .get(0);
    }

    /** In a transaction of its own: the refusal that follows would undo the caller's. */
    @Transactional(TxType.REQUIRES_NEW)
    void add(Place place, @Nullable UserId account, String reason, Instant now) {
        sql.update(
                "insert into log_in_failure (name, network, address, failed_at) values (?, ?, ?, ?)",
                place.name(),
                place.network(),
                place.client(),
                now);
        audit.record(AuditType.LOG_IN_FAILED, account, Map.of("reason", reason));
    }

    /** Forgets what was typed wrongly under a name, in the caller's transaction. */
    void forget(String name) {
        sql.update("delete from log_in_failure where name = ?", name);
    }

    /**
     * Lets one try through, and no other for as long as a pause; of several at once, in whichever replica, one.
     *
     * @return how long to wait, zero for the one that is let through
     */
    @Transactional(TxType.REQUIRES_NEW)
    Duration takePass(String throttled, Duration pause, Instant now) {
        var taken = sql.update(
                "insert into log_in_pass (throttled, next_at) values (?, ?) on conflict (throttled)"
                        + " do update set next_at = excluded.next_at where log_in_pass.next_at <= ?",
                throttled,
                now.plus(pause),
                now);
        return taken == 1 ? Duration.ZERO : pause;
    }

    /** Removes what counts no more. */
    @Transactional
    void prune(Instant before, Instant now) {
        sql.update("delete from log_in_failure where failed_at < ?", before);
        sql.update("delete from log_in_pass where next_at < ?", now);
    }
}
