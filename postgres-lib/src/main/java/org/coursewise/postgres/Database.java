package org.coursewise.postgres;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The service's own database. */
@ApplicationScoped
public class Database {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/coursewise")
    DataSource database;

    public boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
