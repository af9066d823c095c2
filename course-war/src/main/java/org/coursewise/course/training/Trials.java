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

    /** The model in the shadow of the one in service, if there is one: it makes lists for a share of the learners, to compare. */
    public Optional<Trial> shadow() {
        return only("select version, share from model_shadow");
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

    /** Puts a model into the shadow, in place of another one. */
    @Transactional
    void beginShadow(String version, double share) {
        demandCandidate(version);
        sql.update("delete from model_shadow");
        sql.update(
                "insert into model_shadow (version, share, begun_at) values (?, ?, ?)",
                version,
                share,
                clock.instant());
    }

    void endShadow(String version) {
        if (sql.update("delete from model_shadow where version = ?", version) == 0) {
            throw ProblemException.notFound("shadow");
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
