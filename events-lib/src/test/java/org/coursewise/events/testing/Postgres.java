package org.coursewise.events.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the outbox's tables. It keeps its data and its port when it is restarted. */
public final class Postgres implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;
    private final int port;

    private Postgres(Path data) {
        this.data = data;
        this.server = start(data, 0);
        this.port = server.getPort();
    }

    public static Postgres start(Path data) {
        var postgres = new Postgres(data);
        Flyway.configure()
                .dataSource(postgres.dataSource())
                .locations("db/outbox")
                .load()
                .migrate();
        return postgres;
    }

    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setUser("postgres");
        dataSource.setDatabaseName("postgres");
        dataSource.setSocketTimeout(30);
        return dataSource;
    }

    public void execute(String sql) {
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String sql) {
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startAgain() {
        server = start(data, port);
    }

    @Override
    public void close() {
        stop();
    }

    private static EmbeddedPostgres start(Path data, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
