package org.coursewise.auth.status;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Auth is ready when its database answers. Kafka may be away: what is to be told waits in the outbox, and people can
 * register and log in all the same.
 */
@Default
@Readiness
@ApplicationScoped
public class Database implements HealthCheck {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/coursewise")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
