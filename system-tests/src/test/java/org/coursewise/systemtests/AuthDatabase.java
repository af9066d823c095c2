package org.coursewise.systemtests;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.localstack.LocalStack;

/** Auth's database, for what time alone would bring about and what no answer tells. */
final class AuthDatabase {

    private final LocalStack stack;

    AuthDatabase(LocalStack stack) {
        this.stack = stack;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    int update(String sql, Object... parameters) {
        return run(sql, PreparedStatement::executeUpdate, parameters);
    }

    /** The rows, each as text with all its columns; none for what is no query. */
    List<String> rows(String sql, Object... parameters) {
        return run(
                sql,
                statement -> {
                    var found = new ArrayList<String>();
                    if (statement.execute()) {
                        var rows = statement.getResultSet();
                        while (rows.next()) {
                            var row = new StringBuilder();
                            for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                                row.append(rows.getString(column)).append(' ');
                            }
                            found.add(row.toString().strip());
                        }
                    }
                    return found;
                },
                parameters);
    }

    /** What the audit trail says of somebody, in its order. */
    List<String> audited(String addressOrId) {
        return rows(
                "select type from audit_event where subject ="
                        + " coalesce((select id::text from account where email_key = ?), ?) order by id",
                addressOrId,
                addressOrId);
    }

    private <T> T run(String sql, Work<T> work, Object... parameters) {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
    }
}
