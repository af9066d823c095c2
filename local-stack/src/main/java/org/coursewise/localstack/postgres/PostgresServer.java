package org.coursewise.localstack.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.coursewise.localstack.home.Secrets;
import org.coursewise.localstack.home.StackHome;
import org.coursewise.localstack.process.Command;
import org.coursewise.localstack.process.ListeningPort;
import org.coursewise.localstack.process.Part;
import org.coursewise.localstack.process.ProgramFiles;

/**
 * PostgreSQL with a role and a database of the same name for each service. Nothing is traded for speed: what it has
 * acknowledged survives a kill, because {@code fsync} and {@code synchronous_commit} stay on.
 */
public final class PostgresServer {

    public static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final Path logs;
    private final Secrets secrets;
    private final int port;
    private final List<String> services;
    private final PostgresBinaries binaries;

    /** @param services the names of the roles and their databases */
    public PostgresServer(StackHome home, Secrets secrets, int port, List<String> services) {
        this.folder = home.data(NAME);
        this.logs = home.logs();
        this.secrets = secrets;
        this.port = port;
        this.services = List.copyOf(services);
        this.binaries = new PostgresBinaries(folder.resolve("program"));
    }

    public Part part() {
        return new Part(
                NAME,
                Set.of(),
                List.of(new ListeningPort(port, "PostgreSQL")),
                this::prepare,
                () -> connect("postgres", SUPERUSER, superuserPassword()).close(),
                this::createDatabases,
                Duration.ofSeconds(8));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password(String service) {
        return secrets.password("postgres-" + service);
    }

    private String superuserPassword() {
        return password("superuser");
    }

    private Command prepare() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        binaries.unpackIfMissing(emptied("program.new"));
        var data = folder.resolve("data");
        if (!Files.exists(data)) {
            initialise(data);
        }
        var line = new ArrayList<>(Unprivileged.prefix());
        line.addAll(List.of(binaries.program("postgres").toString(), "-D", data.toString()));
        settings().forEach((key, value) -> line.addAll(List.of("-c", key + "=" + value)));
        return new Command(line, Map.of("LC_ALL", locale(), "TZ", "UTC"), folder, "INT");
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("shared_buffers", "256MB"),
                // a large import would write a checkpoint after each gigabyte, and then whole pages again
                Map.entry("max_wal_size", "4GB"),
                Map.entry("max_connections", "100"),
                Map.entry("logging_collector", "off"),
                Map.entry("log_checkpoints", "off"),
                Map.entry("log_line_prefix", ""),
                Map.entry("log_timezone", "UTC"),
                Map.entry("timezone", "UTC"));
    }

    /** In a folder beside, moved when complete: an interrupted first start begins again. */
    private void initialise(Path data) throws IOException, InterruptedException {
        var fresh = emptied("data.new");
        superuserPassword();
        var line = new ArrayList<>(Unprivileged.prefix());
        line.addAll(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + secrets.file("postgres-superuser"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Sorts the same on every system; the C library's locale is what pg_trgm splits words by
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=" + locale(),
                "--lc-messages=C"));
        Files.createDirectories(logs);
        var log = logs.resolve("postgres-initdb.log");
        var initdb = ProgramFiles.start(
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()));
        if (initdb.waitFor() != 0) {
            throw new IOException("initdb failed:\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String locale() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "C";
        }
        return system.startsWith("mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    private Path emptied(String name) throws IOException {
        var child = new StackHome(folder.resolve(name));
        child.clear();
        Files.deleteIfExists(child.folder());
        return child.folder();
    }

    private void createDatabases() throws SQLException {
        try (var connection = connect("postgres", SUPERUSER, superuserPassword());
                var statement = connection.createStatement()) {
            for (var service : services) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", service)) {
                    statement.execute("CREATE ROLE " + service + " LOGIN");
                }
                // At every start: the secret is the truth. Passwords are base64url and need no escaping
                statement.execute("ALTER ROLE " + service + " PASSWORD '" + password(service) + "'");
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", service)) {
                    statement.execute("CREATE DATABASE " + service + " OWNER " + service);
                }
                statement.execute("REVOKE CONNECT ON DATABASE " + service + " FROM PUBLIC");
            }
        }
        for (var service : services) {
            connect(service, service, password(service)).close();
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }
}
