package org.coursewise.systemtests;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.coursewise.localstack.LocalStack;

/** What auth keeps, seen past auth itself. */
final class AuthDatabase {

    private final LocalStack stack;

    AuthDatabase(LocalStack stack) {
        this.stack = stack;
    }

    /** The rows, each as text with all its columns. */
    List<String> rows(String sql, Object... parameters) {
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
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
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What the audit trail says of somebody, in its order. */
    List<String> audited(String userId) {
        return rows("select type from audit_event where subject = ? order by id", userId);
    }
}
