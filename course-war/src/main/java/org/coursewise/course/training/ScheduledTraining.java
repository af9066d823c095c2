package org.coursewise.course.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.postgres.Sql;

/** Asks for a training when enough has changed since the last one; of several replicas one alone does. */
@ApplicationScoped
class ScheduledTraining {

    private static final String LOCK =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('training schedule', 0))) as locked";

    private static final String ASKED = """
            select 1 from training_job where status in ('queued', 'running') or created_at > ? limit 1
            """;

    /** As the worker reads them, against what the newest model knows. */
    private static final String CHANGED = """
            select enrollments, abs(enrollments - known) >= ? * known and enrollments <> known as are_others,
                published >= ? * courses and published > 0 as has_new_courses
            from (select
                    (select count(*) from enrollment where status in ('active', 'completed')) as enrollments,
                    (select count(*) from course where status = 'published') as courses,
                    (select count(*) from course where status = 'published' and published_at > coalesce(
                        (select max(trained_at) from model), '-infinity')) as published,
                    coalesce((select (metrics ->> 'enrollments')::bigint from model order by version desc limit 1), 0)
                        as known) as now
            """;

    private static final String ASK = """
            insert into training_job (id, status, requested_by, created_at, asked_by)
            values (?, 'queued', '', ?, 'schedule')
            """;

    @Inject
    Sql sql;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /** Nothing when there is a training that has not ended, one was asked for since, or too little has changed. */
    @Transactional
    Optional<UUID> askUnlessAskedSince(Instant due) {
        sql.query(LOCK, row -> row.getInt(1));
        if (!sql.query(ASKED, row -> row.getInt(1), due).isEmpty() || !hasChanged()) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        sql.update(ASK, id, clock.instant());
        return Optional.of(id);
    }

    private boolean hasChanged() {
        var share = settings.trainingChange();
        return sql.query(
                        CHANGED,
                        row -> row.getLong("enrollments") > 0
                                && (row.getBoolean("are_others") || row.getBoolean("has_new_courses")),
                        share,
                        share)
                .get(0);
    }
}
