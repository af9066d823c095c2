package org.coursewise.auth.startup;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.coursewise.auth.admin.FirstAdmin;
import org.coursewise.auth.token.SigningKeys;
import org.flywaydb.core.Flyway;

/** Brings the database up to this version, then loads the keys and makes the first administrator. */
@ApplicationScoped
class Startup {

    @Resource(lookup = "jdbc/coursewise")
    DataSource database;

    @Inject
    SigningKeys keys;

    @Inject
    FirstAdmin firstAdmin;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Flyway.configure(Startup.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/outbox", "classpath:db/idempotency")
                .load()
                .migrate();
        keys.load();
        firstAdmin.createIfMissing();
    }
}
