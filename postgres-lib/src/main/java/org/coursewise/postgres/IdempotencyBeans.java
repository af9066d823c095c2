package org.coursewise.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.coursewise.rest.idempotency.IdempotencyStore;
import org.coursewise.rest.idempotency.sql.SqlIdempotencyStore;

/** Where answers to requests with an Idempotency-Key are kept. */
@ApplicationScoped
class IdempotencyBeans {

    @Inject
    DataSource database;

    @Produces
    @Singleton
    IdempotencyStore answers(Clock clock) {
        return new SqlIdempotencyStore(database, clock);
    }
}
