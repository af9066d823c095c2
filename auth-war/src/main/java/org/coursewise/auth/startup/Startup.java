package org.coursewise.auth.startup;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.coursewise.auth.admin.FirstAdmin;
import org.coursewise.auth.cleanup.Cleanup;
import org.coursewise.auth.errand.ErrandWorker;
import org.coursewise.auth.token.SigningKeys;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.postgres.Schema;

/** Brings the database up to this version, then loads the keys, makes the first administrator and lets
 * the outbox be emptied. */
@ApplicationScoped
class Startup {

    @Resource(lookup = "jdbc/coursewise")
    DataSource database;

    @Inject
    SigningKeys keys;

    @Inject
    FirstAdmin firstAdmin;

    @Inject
    OutboxRelay relay;

    @Inject
    ErrandWorker errands;

    @Inject
    Cleanup cleanup;

    @Resource
    ManagedExecutorService executor;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Schema.migrate(database, Startup.class);
        keys.load();
        firstAdmin.createIfMissing();
        relay.start(executor);
        errands.start();
        cleanup.start();
    }
}
