package org.coursewise.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases on one database, in whatever order they start. */
class SchemaIT {

    private static final Map<String, String> RELEASE =
            Map.of("V1__first.sql", "create table thing (id int);", "V2__second.sql", "create table other (id int);");

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterEach
    void stopDatabase() throws IOException {
        postgres.close();
    }

    @Test
    void theReleaseBeforeStartsOnWhatTheNextOneAdded() throws IOException {
        var before = release("before", Map.of());
        var next = release("next", Map.of("db/migration/V3__third.sql", "alter table thing add name text;"));
        migrate(before);
        migrate(next);
        assertThatCode(() -> migrate(before)).doesNotThrowAnyException();
    }

    /** Their numbers are below those of the service's own, which may have come long before. */
    @Test
    void soItIsWithWhatComesFromALibrary() throws IOException {
        var before = release("before", Map.of());
        var next = release("next", Map.of("db/outbox/V0_9__more.sql", "create table more (id int);"));
        migrate(before);
        migrate(next);
        execute("insert into more values (1)");
        assertThatCode(() -> migrate(before)).doesNotThrowAnyException();
    }

    private ClassLoader release(String name, Map<String, String> added) throws IOException {
        var root = folder.resolve(name);
        for (var migration : RELEASE.entrySet()) {
            write(root.resolve("db/migration").resolve(migration.getKey()), migration.getValue());
        }
        for (var migration : added.entrySet()) {
            write(root.resolve(migration.getKey()), migration.getValue());
        }
        return new URLClassLoader(new URL[] {url(root)}, SchemaIT.class.getClassLoader());
    }

    private void migrate(ClassLoader release) {
        Schema.migrate(postgres.getPostgresDatabase(), release);
    }

    private void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path file, String sql) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }
}
