package org.coursewise.systemtests;

import java.sql.DriverManager;
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

    int update(String sql, Object... parameters) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The first column of each row, as text. */
    List<String> texts(String sql, Object... parameters) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(stack.jdbcUrl("auth"), "auth", stack.databasePassword("auth"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    /** Types of what the audit trail keeps about an account, in the order in which it happened. */
    List<String> audited(String email) throws SQLException {
        return texts(
                "select type from audit_event where subject = (select id::text from account where email_key = ?)"
                        + " order by id",
                email);
    }
}
