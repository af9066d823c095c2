package org.coursewise.worker;

import java.time.Duration;
import java.util.Optional;
import org.coursewise.settings.Settings;

/**
 * What a worker is told, by environment variables: course's database, and how long a dead worker keeps its job.
 *
 * @param threads how many processors training may use
 */
public record WorkerSettings(
        String databaseUrl, String databaseUser, String databasePassword, Duration lease, int threads) {

    static WorkerSettings from(Settings settings) {
        return new WorkerSettings(
                settings.required("coursewise.database-url"),
                settings.required("coursewise.database-user"),
                settings.required("coursewise.database-password"),
                settings.duration("coursewise.training-lease", Duration.ofSeconds(30)),
                settings.integer(
                        "coursewise.training-threads",
                        Math.max(1, Runtime.getRuntime().availableProcessors())));
    }

    /** The environment as a source of settings. */
    static Optional<String> environment(String key) {
        return Optional.ofNullable(
                System.getenv(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT)));
    }
}
