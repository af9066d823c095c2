package org.coursewise.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.page.Page;
import org.coursewise.rest.page.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Jobs and the files they are about, kept in the database: whichever replica lives leases the next one, and takes over
 * what a dead one began.
 */
@ApplicationScoped
public class ImportJobs {

    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String CREATE = """
            insert into import_job (id, kind, status, requested_by, created_at, leased_until, traceparent)
            values (?, ?, 'receiving', ?, ?, ?, ?)
            """;

    private static final String ADD_PIECE = """
            with kept as (insert into import_piece (job_id, position, bytes) values (?, ?, ?) returning job_id)
            update import_job set leased_until = ? from kept where id = job_id
            """;

    private static final String LEASE_NEXT = """
            update import_job set status = 'running', attempts = attempts + 1, leased_by = ?, leased_until = ?,
                started_at = coalesce(started_at, ?), read = 0, taken = 0, refused = 0
            where id = (select id from import_job where status = 'queued' or status = 'running' and leased_until < ?
                        order by created_at limit 1 for update skip locked)
            returning id, kind, attempts, traceparent
            """;

    private static final String GIVE_UP_BROKEN_UPLOADS = """
            update import_job set status = 'failed', finished_at = ?, failure = 'The upload broke off. Send the file again.'
            where status = 'receiving' and leased_until < ?
            """;

    private static final String OPEN = """
            select status, count(*) as jobs from import_job where status in ('receiving', 'queued', 'running')
            group by status
            """;

    private static final String PROGRESS = """
            update import_job set read = ?, taken = ?, refused = ?, leased_until = ?
            where id = ? and leased_by = ? and status = 'running'
            """;

    private static final String END = """
            update import_job set status = ?, failure = ?, finished_at = ?, leased_by = null
            where id = ? and leased_by = ? and status = 'running'
            """;

    private static final String CANCEL = """
            with cancelled as (update import_job set status = 'cancelled', finished_at = ?, leased_by = null
                where id = ? and status in ('queued', 'running') returning id),
            let_go as (delete from import_piece using cancelled where job_id = id)
            select id from cancelled
            """;

    private static final String NEWEST = """
            select * from import_job
            where kind = any(?::text[]) and (?::timestamptz is null or (created_at, id) < (?, ?))
            order by created_at desc, id desc limit ?
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Where the next page of jobs begins. */
    record Position(Instant createdAt, UUID id) {}

    void create(UUID id, String kind, String requestedBy, @Nullable String traceparent) {
        sql.update(CREATE, id, kind, requestedBy, now(), now().plus(LEASE), traceparent);
    }

    void addPiece(UUID id, int position, byte[] bytes) {
        sql.update(ADD_PIECE, id, position, bytes, now().plus(LEASE));
    }

    void queue(UUID id) {
        sql.update("update import_job set status = 'queued' where id = ? and status = 'receiving'", id);
    }

    void forget(UUID id) {
        sql.update("delete from import_job where id = ?", id);
    }

    void giveUpBrokenUploads() {
        sql.update(GIVE_UP_BROKEN_UPLOADS, now(), now());
    }

    Optional<ImportJob> leaseNext(String worker) {
        return sql.query(LEASE_NEXT, ImportJobs::job, worker, now().plus(LEASE), now(), now()).stream()
                .findFirst();
    }

    /** Keeps the lease; tells whether it is still this worker's. */
    boolean progress(ImportJob job, String worker, Count count) {
        return sql.update(PROGRESS, count.read(), count.taken(), count.refused(), now().plus(LEASE), job.id(), worker)
                == 1;
    }

    /** Ends a job and lets its file go; tells whether it was still this worker's. */
    boolean end(ImportJob job, String worker, ImportStatus status, @Nullable String failure) {
        var ended = sql.update(END, status.wireName(), failure, now(), job.id(), worker) == 1;
        if (ended) {
            sql.update("delete from import_piece where job_id = ?", job.id());
        }
        return ended;
    }

    /** False when it was over already. */
    boolean cancel(UUID id) {
        return !sql.query(CANCEL, row -> row.getString(1), now(), id).isEmpty();
    }

    void addErrors(UUID job, List<RowError> errors) {
        for (var error : errors) {
            sql.update(
                    "insert into import_error (job_id, line, reason) values (?, ?, ?) on conflict do nothing",
                    job,
                    error.line(),
                    error.reason());
        }
    }

    byte[] piece(UUID job, int position) {
        return sql
                .query(
                        "select bytes from import_piece where job_id = ? and position = ?",
                        row -> row.getBytes(1),
                        job,
                        position)
                .stream()
                .findFirst()
                .orElseGet(() -> new byte[0]);
    }

    public Optional<ImportView> find(UUID id) {
        return sql.query("select * from import_job where id = ?", ImportJobs::view, id).stream()
                .findFirst();
    }

    /** Those of these kinds, the newest first. */
    public Page<ImportView> list(List<String> kinds, PageRequest page) {
        var before = page.after(Position.class).orElse(null);
        var at = before == null ? null : before.createdAt();
        var id = before == null ? null : before.id();
        var anyOf = "{" + String.join(",", kinds) + "}";
        var rows = sql.query(NEWEST, ImportJobs::view, anyOf, at, at, id, page.rowsToFetch());
        return Page.of(rows, page, job -> new Position(job.createdAt(), UUID.fromString(job.id())));
    }

    /** How many jobs are not over, by status. */
    Map<ImportStatus, Long> open() {
        var counts = new EnumMap<ImportStatus, Long>(ImportStatus.class);
        sql.query(OPEN, row -> Map.entry(ImportStatus.of(row.getString("status")), row.getLong("jobs")))
                .forEach(count -> counts.merge(count.getKey(), count.getValue(), Long::sum));
        return counts;
    }

    public List<RowError> errors(UUID job, long afterLine, int limit) {
        return sql.query(
                "select line, reason from import_error where job_id = ? and line > ? order by line limit ?",
                row -> new RowError(row.getLong(1), row.getString(2)),
                job,
                afterLine,
                limit);
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getInt("attempts"),
                row.getString("traceparent"));
    }

    private static ImportView view(ResultSet row) throws SQLException {
        var status = ImportStatus.of(row.getString("status"));
        var read = row.getLong("read");
        return new ImportView(
                row.getString("id"),
                row.getString("kind"),
                status,
                read,
                row.getLong("taken"),
                row.getLong("refused"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getString("failure"),
                status.wireName() + "." + read);
    }

    private Instant now() {
        return clock.instant();
    }
}
