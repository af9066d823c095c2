package org.coursewise.course.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;

/** Models that are looked at beside the one in service. */
@ApplicationScoped
public class Trials {

    @Inject
    Sql sql;

    @Inject
    Models models;

    @Inject
    Clock clock;

    /**
     * A model beside the one in service.
     *
     * @param share of learners, more than 0 and at most 1
     */
    public record Trial(String version, double share) {}

    /** The model on trial, if there is one. */
    public Optional<Trial> trial() {
        return only("select version, share from model_trial");
    }

    private Optional<Trial> only(String select) {
        return sql.query(select, row -> new Trial(row.getString("version"), row.getDouble("share"))).stream()
                .findFirst();
    }

    /** Puts a model on trial, in place of another one; the learners it answers stay the same while the share does. */
    @Transactional
    void beginTrial(String version, double share) {
        demandCandidate(version);
        sql.update("delete from model_trial");
        sql.update(
                "insert into model_trial (version, share, begun_at) values (?, ?, ?)", version, share, clock.instant());
    }

    void endTrial(String version) {
        if (sql.update("delete from model_trial where version = ?", version) == 0) {
            throw ProblemException.notFound("trial");
        }
    }

    private void demandCandidate(String version) {
        sql.query(Models.LOCK, row -> row.getInt(1));
        if (models.view(version).inService()) {
            throw new ProblemException(ProblemType.CONFLICT, "The model is in service; there is nothing to try.");
        }
        models.demandUsable(version);
    }
}
