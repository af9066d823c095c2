package org.coursewise.postgres;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements that are no entity's business: jobs, counts, files. Each takes part in the caller's transaction if there is
 * one. Parameters may be null; instants are kept as {@code timestamptz}.
 */
public final class Sql {

    /** Until the first rows are there: of many, they have to be put in order before. */
    private static final int SECONDS_OF_A_STREAM = 600;

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a row. */
    @FunctionalInterface
    public interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * Tells how many rows were changed.
     *
     * @throws PersistenceException when the database does not take it
     */
    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("The database did not take it", e);
        }
    }

    /** @throws PersistenceException when the database does not answer */
    public <T> List<T> query(String sql, Reading<T> reading, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException("The database did not answer", e);
        }
    }

    /**
     * Gives each row to the taker, however many there are: they come by a cursor, so many at a time, all of them as they were
     * at the beginning. Not to be called in a transaction, which would end before so long.
     *
     * @param rowsAtOnce how many are in memory
     * @throws PersistenceException when the database does not answer
     */
    public void stream(String sql, int rowsAtOnce, Taking taker) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(rowsAtOnce);
                statement.setQueryTimeout(SECONDS_OF_A_STREAM);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taker.take(rows);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new PersistenceException("The database did not answer", e);
        }
    }

    /** A column of a row as an instant. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (var i = 0; i < parameters.length; i++) {
                var parameter = parameters[i];
                statement.setObject(
                        i + 1, parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
