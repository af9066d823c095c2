package org.coursewise.postgres;

import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of the service: its own in {@code db/migration}, those of its outbox and of its kept answers. */
public final class Schema {

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    /** PostgreSQL's states for a lock that was not to be had in time, and for a deadlock. */
    private static final Set<String> LOCKS = Set.of("55P03", "40P01");

    private static final int MOST_TRIALS = 20;

    private Schema() {}

    /**
     * Brings the database up to this version.
     *
     * @param service a class of the service, whose loader finds the migrations
     */
    public static void migrate(DataSource database, Class<?> service) {
        migrate(database, service.getClassLoader());
    }

    /**
     * A library's migrations have lower numbers than the service's own, so one that is added later is out of order, and to
     * the release before, which does not know it, it looks as if it were missing.
     */
    static void migrate(DataSource database, ClassLoader migrations) {
        var flyway = Flyway.configure(migrations)
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/outbox", "classpath:db/idempotency")
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:future", "*:missing")
                .load();
        for (var trial = 1; !isDone(flyway, trial == MOST_TRIALS); trial++) {
            LOG.log(System.Logger.Level.INFO, "A migration waits for the release before to let go of a table");
        }
    }

    /** A migration that takes a table from a busy release before gives up soon ({@code lock_timeout}) and comes back. */
    private static boolean isDone(Flyway flyway, boolean isLastTrial) {
        try {
            flyway.migrate();
            return true;
        } catch (FlywayException e) {
            if (isLastTrial || !isAboutLocks(e)) {
                throw e;
            }
            return false;
        }
    }

    private static boolean isAboutLocks(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCKS.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
