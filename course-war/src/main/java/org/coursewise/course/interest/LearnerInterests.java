package org.coursewise.course.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.coursewise.course.erasure.Erasures;
import org.coursewise.course.erasure.LearnerLeft;
import org.coursewise.course.learner.LearningChanged;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;
import org.jspecify.annotations.Nullable;

/** What learners say to be interested in; it goes with them. */
@ApplicationScoped
public class LearnerInterests {

    private static final String SET = """
            insert into learner_interest (learner, categories, level, changed_at)
            values (?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?)
            on conflict (learner) do update
                set categories = excluded.categories, level = excluded.level, changed_at = excluded.changed_at
            """;

    @Inject
    Sql sql;

    @Inject
    Erasures erasures;

    @Inject
    Event<LearningChanged> changed;

    @Inject
    Clock clock;

    /** What a learner said last; empty when they never did. */
    public Optional<InterestsView> of(String learner) {
        return sql
                .query(
                        "select categories, level from learner_interest where learner = ?",
                        LearnerInterests::view,
                        learner)
                .stream()
                .findFirst();
    }

    @Transactional
    void set(String learner, List<String> categories, @Nullable String level) {
        erasures.demandNotErased(learner);
        var array = StrictJson.mapper().writeValueAsString(new LinkedHashSet<>(categories));
        sql.update(SET, learner, array, level, clock.instant());
        changed.fire(new LearningChanged(learner));
    }

    void erase(@Observes LearnerLeft left) {
        sql.update("delete from learner_interest where learner = ?", left.learner());
    }

    private static InterestsView view(ResultSet row) throws SQLException {
        return new InterestsView(List.of((String[]) row.getArray("categories").getArray()), row.getString("level"));
    }
}
