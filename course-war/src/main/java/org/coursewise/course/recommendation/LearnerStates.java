package org.coursewise.course.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coursewise.course.hearing.ChangeWatch;
import org.coursewise.postgres.Sql;
import org.coursewise.recommender.PastCourse;
import org.jspecify.annotations.Nullable;

/** Learners who asked lately, in memory, as they are now: one who changed is read anew. */
@ApplicationScoped
class LearnerStates {

    private static final long MOST_BYTES = 24L << 20;
    private static final int BYTES_OF_ALL = 400;
    private static final int BYTES_OF_EACH = 150;

    private static final String STATE = """
            select status as kind, course_id::text as value, coalesce(enrolled_at, completed_at) as at, id
            from enrollment where learner = ? and status <> 'cancelled'
            union all select 'dismissed', course_id::text, null, null from dismissal where learner = ?
            union all select 'ignored', course_id::text, null, null from feedback where learner = ? and is_ignored
            union all select 'interest', category, null, null from learner_interest, unnest(categories) as category
                where learner = ?
            union all select 'level', level, null, null from learner_interest where learner = ? and level is not null
            order by at nulls first, id
            """;

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    @Inject
    ChangeWatch watch;

    private final Cache<String, LearnerState> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String learner, LearnerState state) -> BYTES_OF_ALL + BYTES_OF_EACH * state.size())
            .build();

    /** With the same stamp for as long as nothing changes. */
    LearnerState of(String learner) {
        watch.demandFresh();
        var stamp = changes.stamp(learner);
        var known = kept.getIfPresent(learner);
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        var read = new Reading(stamp);
        sql.query(STATE, read::row, learner, learner, learner, learner, learner);
        var state = read.state();
        kept.put(learner, state);
        return state;
    }

    private static final class Reading {

        private final Changes.Stamp stamp;
        private final List<PastCourse> taken = new ArrayList<>();
        private final Set<String> completed = new HashSet<>();
        private final Set<String> dismissed = new HashSet<>();
        private final Set<String> ignored = new HashSet<>();
        private final Set<String> interests = new HashSet<>();
        private @Nullable String level;

        Reading(Changes.Stamp stamp) {
            this.stamp = stamp;
        }

        boolean row(ResultSet row) throws SQLException {
            var value = row.getString("value");
            switch (row.getString("kind")) {
                case "dismissed" -> dismissed.add(value);
                case "ignored" -> ignored.add(value);
                case "interest" -> interests.add(value);
                case "level" -> level = value;
                case "completed" -> {
                    completed.add(value);
                    taken.add(new PastCourse(value, Sql.instant(row, "at")));
                }
                default -> taken.add(new PastCourse(value, Sql.instant(row, "at")));
            }
            return true;
        }

        LearnerState state() {
            return new LearnerState(
                    stamp,
                    List.copyOf(taken),
                    Set.copyOf(completed),
                    Set.copyOf(dismissed),
                    Set.copyOf(ignored),
                    Set.copyOf(interests),
                    level);
        }
    }
}
