package org.coursewise.course.hearing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.coursewise.postgres.PeriodicWork;
import org.coursewise.postgres.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Hears what other replicas and files change, four times a second, from a table that triggers write. What a transaction
 * wrote is read when it has ended, however long it took: each look goes back to the oldest that was open at the one before.
 */
@ApplicationScoped
public class ChangeWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** Shorter than what is heard is kept: whoever was deaf for so long reads everything anew. */
    private static final Duration DEAF = Duration.ofMinutes(5);

    /** What is remembered is used so long after the last look. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int LOOKS_BETWEEN_CLEANING = 240;

    @Inject
    Sql sql;

    @Inject
    Event<CourseHeard> courses;

    @Inject
    Event<LearnersHeard> learners;

    private final PeriodicWork work =
            new PeriodicWork(BETWEEN_LOOKS, "Changes are not heard; what is in memory is read anew");

    private long looks;
    private String horizon = "";
    private Set<Long> heard = Set.of();
    private volatile @Nullable Long looked;

    private record Change(
            long id,
            boolean isLearners,
            @Nullable Integer group,
            @Nullable String course) {}

    public void start(ManagedExecutorService executor) {
        work.start(executor, this::lookAndClean);
    }

    @PreDestroy
    void stop() {
        work.stop();
    }

    private void lookAndClean() {
        look();
        if (looks++ % LOOKS_BETWEEN_CLEANING == 0) {
            sql.update("delete from recommendation_change where at < now() - interval '10 minutes'");
        }
    }

    /** Whether all is known that was changed until a second ago; not while the database is away. */
    public boolean isFresh() {
        var last = looked;
        return last != null && System.nanoTime() - last < FRESH.toNanos();
    }

    /** Before something is used that is remembered: asks by itself when the last look is too long ago. */
    public void demandFresh() {
        if (!isFresh()) {
            lookUnlessFresh();
        }
    }

    /** Who waited for another one to look need not look again. */
    private synchronized void lookUnlessFresh() {
        if (!isFresh()) {
            look();
        }
    }

    private synchronized void look() {
        var now = System.nanoTime();
        var last = looked;
        var next = sql.query("select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.getString(1))
                .get(0);
        if (last == null || now - last > DEAF.toNanos()) {
            learners.fire(new LearnersHeard(null));
            courses.fire(new CourseHeard(null));
        } else {
            hear();
        }
        horizon = next;
        looked = now;
    }

    private void hear() {
        var found = sql.query(
                "select id, kind, learners, course_id from recommendation_change where changed_by >= ?::text::xid8",
                row -> new Change(
                        row.getLong("id"),
                        row.getString("kind").equals("learner"),
                        row.getObject("learners", Integer.class),
                        row.getString("course_id")),
                horizon);
        var ids = new HashSet<Long>();
        for (var change : found) {
            ids.add(change.id());
            if (!heard.contains(change.id())) {
                hear(change);
            }
        }
        heard = ids;
    }

    private void hear(Change change) {
        if (change.isLearners()) {
            learners.fire(new LearnersHeard(change.group()));
        } else {
            courses.fire(new CourseHeard(change.course()));
        }
    }
}
