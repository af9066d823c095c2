package org.coursewise.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the service: its own in {@code db/migration}, those of its outbox and of its kept answers. */
public final class Schema {

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
        Flyway.configure(migrations)
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/outbox", "classpath:db/idempotency")
                .outOfOrder(true)
                .ignoreMigrationPatterns("*:future", "*:missing")
                .load()
                .migrate();
    }
}
