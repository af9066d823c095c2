package org.coursewise.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import org.coursewise.events.EventFactory;
import org.coursewise.events.outbox.OutboxWriter;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.modelfile.ModelFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stores models in course's database, and puts them into service. */
final class Models {

    private static final System.Logger LOG = System.getLogger(Models.class.getName());
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOPIC = "course.model.v1";
    private static final String TYPE = "org.coursewise.course.model.";
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private static final String IN_SERVICE = """
            select version, trained_at from model where promotion is not null and refusal is null
            order by promotion desc limit 1
            """;

    private static final String CONTENT = "select sha256, bytes from model where version = ?";
    private static final String METRICS = "select metrics from model where version = ?";

    /** Models that nobody will ask for again, and what was counted for their coverage. */
    private static final String TIDY = """
            with gone as (delete from model
                where version in (select version from model order by version desc offset ?)
                    and version not in (select version from model where promotion is not null and refusal is null
                        order by promotion desc limit 3)
                    and not exists (select 1 from model_trial where model_trial.version = model.version)
                    and not exists (select 1 from model_shadow where model_shadow.version = model.version)
                returning version)
            delete from recommendation_coverage using gone where model_version = gone.version
            """;

    private static final String STORE = """
            insert into model (version, trained_at, training_job_id, metrics, sha256, bytes, decision, promotion)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, case when ? then nextval('model_promotion') end)
            """;

    private final Clock clock;
    private final double coverageFloor;
    private final int kept;
    private final EventFactory events;

    Models(WorkerSettings settings, Clock clock) {
        this.clock = clock;
        this.coverageFloor = settings.coverageFloor();
        this.kept = settings.modelsKept();
        this.events = new EventFactory("/coursewise/recommender-worker", clock);
    }

    record Trained(String version, String jobId, boolean promoted, double ndcg) {}

    record Promoted(String version) {}

    /** The model in service as a training begins. */
    record InService(String version, Instant trainedAt) {}

    Optional<InService> inService(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(IN_SERVICE);
                var rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new InService(
                            rows.getString(1), rows.getTimestamp(2).toInstant()))
                    : Optional.empty();
        }
    }

    /** The model itself; nothing when this program cannot read it, or it is gone. */
    Optional<Recommender> read(Connection connection, String version) throws SQLException {
        try (var statement = connection.prepareStatement(CONTENT)) {
            statement.setString(1, version);
            try (var rows = statement.executeQuery()) {
                return rows.next() && sha256(rows.getBytes(2)).equals(rows.getString(1))
                        ? Optional.of(ModelFile.read(rows.getBinaryStream(2)))
                        : Optional.empty();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "Model {0} is not compared: {1}", version, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Stores a model, and says so; it serves unless it is worse than the one that does. In the transaction of the
     * connection.
     *
     * @param comparison with the model that was in service as the training began
     * @return its version
     */
    String store(
            Connection connection, TrainingJob job, Recommender model, int enrollments, @Nullable Comparison comparison)
            throws SQLException, IOException {
        Instant now = clock.instant();
        var version = VERSION.format(now);
        var bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        var content = bytes.toByteArray();
        // one decision at a time
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('model', 0))")) {
            lock.execute();
        }
        var served = inService(connection).map(InService::version).orElse(null);
        var metrics = ModelMetrics.of(
                model.facts(),
                enrollments,
                comparison != null && comparison.with().equals(served) ? comparison : null);
        var promotion = Promotion.decide(
                metrics, model.facts().figures().learners(), served(connection, served), coverageFloor);
        try (var statement = connection.prepareStatement(STORE)) {
            statement.setString(1, version);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, job.id());
            statement.setString(4, json(metrics));
            statement.setString(5, sha256(content));
            statement.setBytes(6, content);
            statement.setString(7, promotion.reason());
            statement.setBoolean(8, promotion.isDue());
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(TIDY)) {
            statement.setInt(1, kept);
            statement.executeUpdate();
        }
        tell(connection, new Trained(version, job.id().toString(), promotion.isDue(), metrics.ndcg()));
        return version;
    }

    /** What is not there is left out: course shows the metrics as they are. */
    private static String json(ModelMetrics metrics) {
        ObjectNode all = JSON.valueToTree(metrics);
        if (metrics.comparison() == null) {
            all.remove("comparison");
        }
        return JSON.writeValueAsString(all);
    }

    private void tell(Connection connection, Trained trained) throws SQLException {
        var outbox = new OutboxWriter(connection);
        outbox.append(TOPIC, events.event(TYPE + "trained", trained.version(), trained));
        if (trained.promoted()) {
            outbox.append(TOPIC, events.event(TYPE + "promoted", trained.version(), new Promoted(trained.version())));
        }
    }

    private static Promotion.@Nullable Served served(Connection connection, @Nullable String version)
            throws SQLException {
        if (version == null) {
            return null;
        }
        try (var statement = connection.prepareStatement(METRICS)) {
            statement.setString(1, version);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? new Promotion.Served(version, JSON.readValue(rows.getString(1), ModelMetrics.class))
                        : null;
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
