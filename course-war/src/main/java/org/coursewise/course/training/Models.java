package org.coursewise.course.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coursewise.postgres.OutboxEvents;
import org.coursewise.postgres.Sql;
import org.coursewise.recommender.modelfile.ModelFile;
import org.coursewise.rest.json.StrictJson;
import org.coursewise.rest.problem.ProblemException;
import org.coursewise.rest.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Models that were trained. Of those that ever served and can be used, the one promoted last does now, on every replica. */
@ApplicationScoped
public class Models {

    private static final String TOPIC = "course.model.v1";
    private static final String TYPE = "org.coursewise.course.model.";
    /** One decision at a time on which model answers whom. */
    static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtextextended('model', 0))) as locked";

    /** Of so many one is usable, or a training is needed. */
    private static final int MOST_TRIED = 20;

    private static final String ROWS = """
            select version, trained_at, training_job_id, metrics, promotion, refusal, decision,
                (select share from model_trial where model_trial.version = model.version) as trial_share,
                (select share from model_shadow where model_shadow.version = model.version) as shadow_share,
                (select max(promotion) from model where refusal is null) as served,
                (select metrics from model where promotion is not null and refusal is null
                    order by promotion desc limit 1) as metrics_in_service
            from model
            """;

    @Inject
    Sql sql;

    @Inject
    OutboxEvents events;

    record Promoted(String version) {}

    /** Those that were promoted, the one promoted last first: the first that can be used is to serve. */
    public List<String> promoted() {
        return sql.query(
                "select version from model where promotion is not null order by promotion desc limit " + MOST_TRIED,
                row -> row.getString(1));
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

    /** Writes down that a program could not use a model, for people to see; another program may. */
    public void refuse(String version, String reason) {
        sql.update("update model set refusal = ? where version = ?", reason, version);
    }

    /** This program can use the model. */
    public void accept(String version) {
        sql.update("update model set refusal = null where version = ? and refusal is not null", version);
    }

    /** @throws ProblemException 409 for a model that this program cannot read, with what is wrong with it */
    void demandUsable(String version) {
        try (var stored = open(version).orElseThrow(() -> ProblemException.notFound("model"))) {
            ModelFile.read(stored);
        } catch (IOException | DamagedModelException e) {
            throw new ProblemException(ProblemType.CONFLICT, "The model cannot be used: " + e.getMessage() + ".");
        }
    }

    /** Puts a model into service, a newer one or an older one. */
    @Transactional
    void promote(String version) {
        sql.query(LOCK, row -> row.getInt(1));
        var model = view(version);
        if (model.inService()) {
            return;
        }
        demandUsable(version);
        var served = promoted().stream().findFirst();
        sql.update(
                "update model set promotion = nextval('model_promotion'), refusal = null where version = ?", version);
        sql.update("delete from model_trial where version = ?", version);
        sql.update("delete from model_shadow where version = ?", version);
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
                (Double) row.getObject("shadow_share"),
                json(row.getString("metrics")),
                row.getString("served") == null ? null : json(row.getString("metrics_in_service")),
                row.getString("decision"),
                row.getString("refusal"),
                row.getString("version") + "." + row.getString("served") + "." + row.getString("trial_share")
                        + "." + row.getString("shadow_share")
                        + (row.getString("refusal") == null ? "" : ".refused"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String column) {
        return StrictJson.mapper().readValue(column, Map.class);
    }
}
