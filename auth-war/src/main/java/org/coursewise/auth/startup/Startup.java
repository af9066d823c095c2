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
import org.coursewise.auth.erasure.LooseEnds;
import org.coursewise.auth.errand.ErrandWorker;
import org.coursewise.auth.factor.FactorSeals;
import org.coursewise.auth.key.SigningKeys;
import org.coursewise.events.outbox.OutboxRelay;
import org.coursewise.imports.ImportWorker;
import org.coursewise.postgres.Schema;

/** Brings the database up to this version, then loads the keys, makes the first administrator and lets
 * the outbox be emptied and files be taken. */
@ApplicationScoped
class Startup {

    @Inject
    DataSource database;

    @Inject
    SigningKeys keys;

    @Inject
    FactorSeals factorSeals;

    @Inject
    FirstAdmin firstAdmin;

    @Inject
    OutboxRelay relay;

    @Inject
    LooseEnds looseEnds;

    @Inject
    ImportWorker imports;

    @Inject
    ErrandWorker errands;

    @Inject
    Cleanup cleanup;

    @Resource
    ManagedExecutorService executor;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Schema.migrate(database, Startup.class);
        keys.load();
        factorSeals.renew();
        firstAdmin.createIfMissing();
        relay.start(executor);
        looseEnds.start(executor);
        imports.start(executor);
        errands.start();
        cleanup.start();
    }
}
