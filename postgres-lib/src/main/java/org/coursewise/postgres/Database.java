package org.coursewise.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The service's own database. */
@ApplicationScoped
public class Database {

    private static final int SECONDS = 2;

    @Inject
    DataSource database;

    public boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
