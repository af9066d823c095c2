package org.coursewise.course.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.course.problem.CourseException;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.coursewise.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/** Jobs for the worker that trains models; it leases them from the same table. */
@ApplicationScoped
class TrainingJobs {

    private static final String CREATE = """
            insert into training_job (id, status, requested_by, created_at, traceparent)
            select ?, 'queued', ?, ?, ? where (select count(*) from training_job where status = 'queued') < ?
            """;

    /** Each takes all that is there when it begins: more of them bring nothing. */
    private static final int MOST_WAITING = 20;

    private static final Duration COME_AGAIN = Duration.ofMinutes(1);

    private static final String ROWS = """
            select *, (select decision from model where version = model_version) as decision from training_job
            """;

    private static final String CANCEL = """
            update training_job set cancel_requested = true,
                status = case status when 'queued' then 'cancelled' else status end,
                finished_at = case status when 'queued' then ? end
            where id = ? and status in ('queued', 'running')
            """;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Where the next page of jobs begins. */
    record Position(Instant createdAt, UUID id) {}

    UUID create(String requestedBy) {
        var id = UUID.randomUUID();
        var trace = TraceContext.currentTraceparent();
        if (sql.update(CREATE, id, requestedBy, clock.instant(), trace, MOST_WAITING) == 0) {
            throw new ProblemException(
                    ProblemType.THROTTLED, MOST_WAITING + " trainings wait already.", List.of(), COME_AGAIN);
        }
        return id;
    }

    TrainingView view(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("training job"));
    }

    /** A job that waits ends at once, one that runs as soon as its worker hears of it. */
    void cancel(UUID id) {
        if (sql.update(CANCEL, clock.instant(), id) == 0 && view(id).status().isOver()) {
            throw new CourseException.JobEnded();
        }
    }

    /** The newest first, from behind {@code before}. */
    List<TrainingView> list(@Nullable Position before, int limit) {
        var at = before == null ? null : before.createdAt();
        var id = before == null ? null : before.id();
        return sql.query(ROWS + """
                 where ?::timestamptz is null or (created_at, id) < (?, ?) order by created_at desc, id desc limit ?
                """, TrainingJobs::view, at, at, id, limit);
    }

    private Optional<TrainingView> find(UUID id) {
        return sql.query(ROWS + " where id = ?", TrainingJobs::view, id).stream()
                .findFirst();
    }

    private static TrainingView view(ResultSet row) throws SQLException {
        var stages = row.getString("stages");
        var status = TrainingStatus.of(row.getString("status"));
        return new TrainingView(
                row.getString("id"),
                status,
                List.of(StrictJson.mapper().readValue(stages, TrainingView.Stage[].class)),
                row.getString("model_version"),
                row.getString("decision"),
                row.getString("asked_by"),
                row.getInt("attempts"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getString("failure"),
                status.wireName() + "." + Integer.toHexString(stages.hashCode()));
    }
}
