package org.coursewise.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coursewise.recommender.KnownCourse;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.modelfile.ModelFile;

/**
 * Stores a model that was trained elsewhere as if a worker had trained it: as the outcome of a job that is done, by the same
 * rule whether it serves.
 */
final class Registration {

    private static final String JOB = """
            insert into training_job (id, status, requested_by, asked_by, seed, attempts, created_at, started_at, finished_at)
            values (?, 'succeeded', '', 'schedule', ?, 1, ?, ?, ?)
            """;

    private static final String OUTCOME = "update training_job set model_version = ? where id = ?";
    private static final String KNOWN = "select count(*) from course where id::text = any(?)";
    /** Of the model's courses; some may be gone since it was trained. */
    private static final double FEWEST_KNOWN = .5;

    private final Models models;
    private final Clock clock;

    Registration(Models models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    /**
     * Stores it.
     *
     * @param connection without auto-commit; it is committed
     * @param file the model, or the folder it is in
     * @return its version
     * @throws IOException when it cannot be read, is damaged, or is of other courses
     */
    String register(Connection connection, Path file) throws IOException, SQLException {
        var model = read(Files.isDirectory(file) ? file.resolve("model.bin") : file);
        checkCourses(connection, model);
        var job = new TrainingJob(UUID.randomUUID(), model.facts().seed(), 1, null);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var statement = connection.prepareStatement(JOB)) {
            statement.setObject(1, job.id());
            statement.setLong(2, job.seed());
            for (int time = 3; time <= 5; time++) {
                statement.setObject(time, now);
            }
            statement.executeUpdate();
        }
        var version = models.store(connection, job, model, model.facts().enrollments(), null);
        try (var statement = connection.prepareStatement(OUTCOME)) {
            statement.setString(1, version);
            statement.setObject(2, job.id());
            statement.executeUpdate();
        }
        connection.commit();
        return version;
    }

    private static Recommender read(Path file) throws IOException {
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            return ModelFile.read(stream);
        }
    }

    /** A model that was trained on codes of another kind would recommend nothing, and nobody would see why. */
    private static void checkCourses(Connection connection, Recommender model) throws IOException, SQLException {
        var codes = model.courses().stream().map(KnownCourse::code).toArray(String[]::new);
        try (var statement = connection.prepareStatement(KNOWN)) {
            statement.setArray(1, connection.createArrayOf("text", codes));
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getLong(1) < FEWEST_KNOWN * codes.length) {
                    throw new IOException("The model knows " + codes.length + " courses, of which " + rows.getLong(1)
                            + " are in this catalogue: it has to be trained on ids of courses, not on their codes");
                }
            }
        }
    }
}
