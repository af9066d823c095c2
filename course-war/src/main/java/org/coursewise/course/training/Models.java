package org.coursewise.course.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coursewise.postgres.OutboxEvents;
import org.coursewise.postgres.Sql;
import org.coursewise.rest.json.StrictJson;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Models that were trained. Of those that ever served, the one promoted last does now, on every replica. */
@ApplicationScoped
public class Models {

    private static final String TOPIC = "course.model.v1";
    private static final String TYPE = "org.coursewise.course.model.";
    private static final String LOCK =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('model', 0))) as locked";

    private static final String ROWS = """
            select version, trained_at, training_job_id, metrics, promotion,
                (select share from model_trial where model_trial.version = model.version) as trial_share,
                (select max(promotion) from model) as served,
                (select metrics from model order by promotion desc nulls last limit 1) as metrics_in_service
            from model
            """;

    @Inject
    Sql sql;

    @Inject
    OutboxEvents events;

    @Inject
    Clock clock;

    record Promoted(String version) {}

    /**
     * A model that answers some learners beside the one in service.
     *
     * @param share of learners, more than 0 and at most a half
     */
    public record Trial(String version, double share) {}

    /** The version that serves, if any model was promoted. */
    public Optional<String> versionInService() {
        return sql
                .query(
                        "select version from model where promotion is not null order by promotion desc limit 1",
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    /** The model on trial, if there is one. */
    public Optional<Trial> trial() {
        return sql
                .query(
                        "select version, share from model_trial",
                        row -> new Trial(row.getString("version"), row.getDouble("share")))
                .stream()
                .findFirst();
    }

    /** Puts a model on trial, in place of another one; the learners it answers stay the same while the share does. */
    @Transactional
    void beginTrial(String version, double share) {
        sql.query(LOCK, row -> row.getInt(1));
        if (view(version).inService()) {
            throw new ProblemException(ProblemType.CONFLICT, "The model is in service; there is nothing to try.");
        }
        sql.update("delete from model_trial");
        sql.update(
                "insert into model_trial (version, share, begun_at) values (?, ?, ?)", version, share, clock.instant());
    }

    void endTrial(String version) {
        if (sql.update("delete from model_trial where version = ?", version) == 0) {
            throw ProblemException.notFound("trial");
        }
    }

    public Optional<Instant> trainedAt(String version) {
        return sql
                .query(
                        "select trained_at from model where version = ?",
                        row -> Objects.requireNonNull(Sql.instant(row, "trained_at")),
                        version)
                .stream()
                .findFirst();
    }

    /**
     * A model as it was stored.
     *
     * @throws DamagedModelException when the bytes are not those that were stored
     */
    public Optional<InputStream> open(String version) {
        return sql.query("select sha256, bytes from model where version = ?", Models::checked, version).stream()
                .findFirst();
    }

    private static InputStream checked(ResultSet row) throws SQLException {
        var bytes = row.getBytes("bytes");
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            if (!HexFormat.of().formatHex(sum).equals(row.getString("sha256"))) {
                throw new DamagedModelException();
            }
            return new ByteArrayInputStream(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    ModelView view(String version) {
        return sql.query(ROWS + " where version = ?", Models::view, version).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("model"));
    }

    /** The newest first, from behind {@code before}. */
    List<ModelView> list(@Nullable String before, int limit) {
        return sql.query(
                ROWS + " where ?::text is null or version < ? order by version desc limit ?",
                Models::view,
                before,
                before,
                limit);
    }

    /** Puts a model into service, a newer one or an older one. */
    @Transactional
    void promote(String version) {
        sql.query(LOCK, row -> row.getInt(1));
        var model = view(version);
        if (model.inService()) {
            return;
        }
        var served = versionInService();
        sql.update("update model set promotion = nextval('model_promotion') where version = ?", version);
        sql.update("delete from model_trial where version = ?", version);
        var isOlder = served.filter(current -> version.compareTo(current) < 0).isPresent();
        events.append(TOPIC, TYPE + (isOlder ? "rolled-back" : "promoted"), version, new Promoted(version));
    }

    private static ModelView view(ResultSet row) throws SQLException {
        var promotion = row.getString("promotion");
        var inService = promotion != null && promotion.equals(row.getString("served"));
        return new ModelView(
                row.getString("version"),
                Objects.requireNonNull(Sql.instant(row, "trained_at")),
                row.getString("training_job_id"),
                inService,
                (Double) row.getObject("trial_share"),
                json(row.getString("metrics")),
                row.getString("served") == null ? null : json(row.getString("metrics_in_service")),
                row.getString("version") + "." + row.getString("served") + "." + row.getString("trial_share"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String column) {
        return StrictJson.mapper().readValue(column, Map.class);
    }
}
