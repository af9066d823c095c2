package org.coursewise.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.modelfile.ModelFolder;
import org.coursewise.recommender.training.Trainer;
import org.coursewise.recommender.training.TrainingListener;
import org.coursewise.recommender.training.TrainingSettings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model from elsewhere, in course's tables on a real PostgreSQL. */
class RegistrationIT {

    private static final int COURSES = 30;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static final List<String> IDS = new ArrayList<>();

    private Connection connection;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setPort(0).start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:../course-war/src/main/resources/db/migration", "classpath:db/outbox")
                .load()
                .migrate();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.prepareStatement(
                        "insert into course (id, code, title, status, created_at) values (?, ?, ?, 'published', now())")) {
            for (int course = 0; course < COURSES; course++) {
                var id = UUID.nameUUIDFromBytes(new byte[] {(byte) course});
                IDS.add(id.toString());
                statement.setObject(1, id);
                statement.setString(2, "C-" + course);
                statement.setString(3, "Course " + course);
                statement.executeUpdate();
            }
        }
        new ModelFolder(folder.resolve("model"))
                .write(new Trainer(TrainingSettings.defaults(), TrainingListener.NONE)
                        .train(enrolments(IDS).build()));
    }

    private static DatasetBuilder enrolments(List<String> codes) {
        var random = new SplittableRandom(1);
        var builder = new DatasetBuilder();
        for (int learner = 0; learner < 80; learner++) {
            for (int k = 0; k < 4; k++) {
                builder.enrollment("u" + learner, codes.get(random.nextInt(codes.size())), null);
            }
        }
        return builder;
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void aModelFromElsewhereServesAndIsToldAsIfAWorkerHadTrainedIt() throws Exception {
        var version = registration().register(connection, folder.resolve("model"));
        assertThat(version).isEqualTo("20261128T100000000Z");
        connection.rollback();
        assertThat(text("select version from model where promotion is not null"))
                .isEqualTo(version);
        assertThat(text("select model_version from training_job where status = 'succeeded'"))
                .isEqualTo(version);
        assertThat(text("select count(*) from outbox")).isEqualTo("2");
        var served = models().inService(connection).orElseThrow();
        var model = models().read(connection, served.version()).orElseThrow();
        assertThat(model.facts().learners()).isEqualTo(80);
    }

    @Test
    void aModelOfOtherCoursesIsRefused() throws Exception {
        var codes = IDS.stream().map(id -> "C-" + IDS.indexOf(id)).toList();
        new ModelFolder(folder.resolve("of-codes"))
                .write(new Trainer(TrainingSettings.defaults(), TrainingListener.NONE)
                        .train(enrolments(codes).build()));
        assertThatThrownBy(() -> registration().register(connection, folder.resolve("of-codes")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "The model knows 30 courses, of which 0 are in this catalogue: it has to be trained on ids of"
                                + " courses, not on their codes");
    }

    @Test
    void whatIsNoModelIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("none"), "Not a model of anything at all");
        assertThatThrownBy(() -> registration().register(connection, file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> registration().register(connection, folder.resolve("nowhere")))
                .isInstanceOf(IOException.class);
    }

    private static Registration registration() {
        return new Registration(models(), CLOCK);
    }

    private static Models models() {
        return new Models(new WorkerSettings("", "", "", Duration.ofSeconds(30), 1, .05, 20), CLOCK);
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
