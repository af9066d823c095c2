package org.coursewise.course.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.coursewise.postgres.Sql;

/** Who asked for a job was an administrator; once they are gone it was nobody. */
@ApplicationScoped
class JobRequesters {

    private static final List<String> FORGET = List.of(
            "update import_job set requested_by = '' where requested_by = ?",
            "update training_job set requested_by = '' where requested_by = ?");

    @Inject
    Sql sql;

    void forget(@Observes LearnerLeft left) {
        FORGET.forEach(statement -> sql.update(statement, left.learner()));
    }
}
