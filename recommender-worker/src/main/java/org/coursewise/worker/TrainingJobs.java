package org.coursewise.worker;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jobs in course's database, of which one runs at a time, however many workers there are. A job whose worker is silent for
 * too long is anybody's again.
 */
final class TrainingJobs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('training job', 0))";

    private static final String LEASE_NEXT = """
            update training_job set status = 'running', attempts = attempts + 1, leased_by = ?, leased_until = ?,
                started_at = coalesce(started_at, ?), stages = '[]'
            where id = (select id from training_job
                        where (status = 'queued' or status = 'running' and leased_until < ?)
                            and not exists (select 1 from training_job where status = 'running' and leased_until >= ?)
                        order by status = 'running' desc, created_at limit 1 for update skip locked)
            returning id, seed, attempts, traceparent
            """;

    private static final String KEEP = """
            update training_job set stages = ?::jsonb, leased_until = ?
            where id = ? and leased_by = ? and status = 'running' and not cancel_requested
            """;

    private static final String END = """
            update training_job set status = ?, failure = ?, model_version = ?, stages = coalesce(?::jsonb, stages),
                finished_at = ?, leased_by = null
            where id = ? and leased_by = ? and status = 'running'
            """;

    private final String worker;
    private final Duration lease;
    private final Clock clock;

    TrainingJobs(String worker, Duration lease, Clock clock) {
        this.worker = worker;
        this.lease = lease;
        this.clock = clock;
    }

    /** @param connection with auto-commit */
    Optional<TrainingJob> leaseNext(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var job = leaseAlone(connection);
            connection.commit();
            return job;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Optional<TrainingJob> leaseAlone(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        }
        try (var statement = connection.prepareStatement(LEASE_NEXT)) {
            statement.setString(1, worker);
            statement.setObject(2, now().plus(lease));
            statement.setObject(3, now());
            statement.setObject(4, now());
            statement.setObject(5, now());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new TrainingJob(
                                rows.getObject(1, UUID.class), rows.getLong(2), rows.getInt(3), rows.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /** Tells how far it is; whether to go on: the job was neither cancelled nor taken over. */
    boolean keep(Connection connection, TrainingJob job, List<Stage> stages) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, JSON.writeValueAsString(stages));
            statement.setObject(2, now().plus(lease));
            statement.setObject(3, job.id());
            statement.setString(4, worker);
            return statement.executeUpdate() == 1;
        }
    }

    /** Ends the job; false when it is this worker's no more. */
    boolean end(
            Connection connection,
            TrainingJob job,
            String status,
            @Nullable String failure,
            @Nullable String modelVersion,
            @Nullable List<Stage> stages)
            throws SQLException {
        try (var statement = connection.prepareStatement(END)) {
            statement.setString(1, status);
            statement.setString(2, failure);
            statement.setString(3, modelVersion);
            statement.setString(4, stages == null ? null : JSON.writeValueAsString(stages));
            statement.setObject(5, now());
            statement.setObject(6, job.id());
            statement.setString(7, worker);
            return statement.executeUpdate() == 1;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
