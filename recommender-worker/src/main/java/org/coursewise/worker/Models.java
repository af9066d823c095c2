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
import tools.jackson.databind.json.JsonMapper;

/** Stores models in course's database, and puts them into service. */
final class Models {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOPIC = "course.model.v1";
    private static final String TYPE = "org.coursewise.course.model.";
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private static final String SERVED =
            "select metrics from model where promotion is not null order by promotion desc limit 1";

    private static final String STORE = """
            insert into model (version, trained_at, training_job_id, metrics, sha256, bytes, promotion)
            values (?, ?, ?, ?::jsonb, ?, ?, case when ? then nextval('model_promotion') end)
            """;

    private final Clock clock;
    private final EventFactory events;

    Models(Clock clock) {
        this.clock = clock;
        this.events = new EventFactory("/coursewise/recommender-worker", clock);
    }

    record Trained(String version, String jobId, boolean promoted, double ndcg) {}

    record Promoted(String version) {}

    /**
     * Stores a model, and says so; it serves unless it is worse than the one that does. In the transaction of the
     * connection.
     *
     * @return its version
     */
    String store(Connection connection, TrainingJob job, Recommender model) throws SQLException, IOException {
        Instant now = clock.instant();
        var version = VERSION.format(now);
        var metrics = ModelMetrics.of(model.facts());
        var bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        var content = bytes.toByteArray();
        // one decision at a time
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('model', 0))")) {
            lock.execute();
        }
        boolean promoted = served(connection).map(metrics::mayReplace).orElse(true);
        try (var statement = connection.prepareStatement(STORE)) {
            statement.setString(1, version);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, job.id());
            statement.setString(4, JSON.writeValueAsString(metrics));
            statement.setString(5, sha256(content));
            statement.setBytes(6, content);
            statement.setBoolean(7, promoted);
            statement.executeUpdate();
        }
        var outbox = new OutboxWriter(connection);
        outbox.append(
                TOPIC,
                events.event(
                        TYPE + "trained",
                        version,
                        new Trained(version, job.id().toString(), promoted, metrics.ndcg())));
        if (promoted) {
            outbox.append(TOPIC, events.event(TYPE + "promoted", version, new Promoted(version)));
        }
        return version;
    }

    private static Optional<ModelMetrics> served(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SERVED);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(JSON.readValue(rows.getString(1), ModelMetrics.class)) : Optional.empty();
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
