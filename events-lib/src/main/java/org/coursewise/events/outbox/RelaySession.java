package org.coursewise.events.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A session of the database that holds the relay's advisory lock for as long as it lives: whoever has it is the one
 * relay of this database. All the relay reads and writes goes through it, so a relay that lost the lock reads nothing.
 */
final class RelaySession implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RelaySession.class.getName());
    /** "outbox" in ASCII: one lock for a database. */
    private static final long LOCK = 0x6f7574626f78L;
    /**
     * The server ends a session that is silent for this long, and the lock with it: a relay whose machine is cut off or
     * whose process is frozen must not hold up the others. A relay that is alive speaks every few seconds at most.
     */
    private static final String SILENCE = "60s";

    private final Connection connection;
    private final int serverProcess;

    private RelaySession(Connection connection, int serverProcess) {
        this.connection = connection;
        this.serverProcess = serverProcess;
    }

    /** The session, or null when another relay has the lock. */
    static @Nullable RelaySession tryOpen(DataSource dataSource) throws SQLException {
        var connection = dataSource.getConnection();
        RelaySession session = null;
        try {
            connection.setAutoCommit(true);
            if (first(connection, "select pg_try_advisory_lock(" + LOCK + ")::int") == 1) {
                session = new RelaySession(connection, first(connection, "select pg_backend_pid()"));
                execute(connection, "set idle_session_timeout = '" + SILENCE + "'");
            }
            return session;
        } catch (SQLException e) {
            abort(connection);
            throw e;
        } finally {
            if (session == null) {
                connection.close();
            }
        }
    }

    OutboxTable table() {
        return new OutboxTable(connection);
    }

    /** @throws SQLException when the session, and so the lock, is gone */
    void requireHeld() throws SQLException {
        // a pool might hand the next statement to another session without a word
        if (first(connection, "select pg_backend_pid()") != serverProcess) {
            throw new SQLException("The relay's session was exchanged");
        }
    }

    @Override
    public void close() {
        try (connection) {
            execute(connection, "reset idle_session_timeout");
            execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The relay''s session ended before it was closed", e);
            abort(connection);
        }
    }

    /** A session that may still hold the lock must not go back to the pool. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The relay''s session could not be aborted", e);
        }
    }

    private static int first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
