package org.coursewise.worker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.coursewise.settings.Settings;

/**
 * What a worker is told, by environment variables: course's database, and how long a dead worker keeps its job.
 *
 * @param threads how many processors training may use
 * @param coverageFloor which share of the courses a model's lists show at least, to be put into service by itself
 * @param modelsKept how many models are kept, beside those that serve or served last
 */
public record WorkerSettings(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        Duration lease,
        int threads,
        double coverageFloor,
        int modelsKept) {

    private static final double SOME_COVERAGE = .05;
    private static final int KEPT = 20;

    static WorkerSettings from(Settings settings) {
        return new WorkerSettings(
                settings.required("coursewise.database-url"),
                settings.required("coursewise.database-user"),
                settings.required("coursewise.database-password"),
                settings.duration("coursewise.training-lease", Duration.ofSeconds(30)),
                settings.integer(
                        "coursewise.training-threads",
                        Math.max(1, Runtime.getRuntime().availableProcessors())),
                settings.parsed(
                        "coursewise.training-coverage-floor",
                        SOME_COVERAGE,
                        WorkerSettings::share,
                        "a number from 0 to 1"),
                settings.parsed(
                        "coursewise.training-models-kept", KEPT, WorkerSettings::positive, "a whole number from 1 up"));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl, databaseUser, databasePassword);
    }

    private static double share(String text) {
        var share = Double.parseDouble(text);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private static int positive(String text) {
        var number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
