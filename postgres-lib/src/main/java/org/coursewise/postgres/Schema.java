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
        Flyway.configure(service.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/outbox", "classpath:db/idempotency")
                .load()
                .migrate();
    }
}
