package org.coursewise.postgres;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.coursewise.events.EventFactory;
import org.coursewise.events.outbox.Outbox;
import org.coursewise.events.outbox.OutboxRelay;

/** The service's outbox, and the relay that empties it. */
@ApplicationScoped
class OutboxBeans {

    @Inject
    DataSource database;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Produces
    @Singleton
    OutboxRelay relay(OutboxSettings settings, Clock clock) {
        return new OutboxRelay(
                database,
                () -> settings.kafka().patientProducer(settings.service() + "-outbox", Map.of()),
                settings.retention(),
                clock);
    }

    void stop(@Disposes OutboxRelay relay) {
        relay.close();
    }

    @Produces
    @Singleton
    Outbox outbox(OutboxRelay relay) {
        return new Outbox(database, transactions, relay::nudge);
    }

    @Produces
    @Singleton
    EventFactory events(OutboxSettings settings, Clock clock) {
        return new EventFactory("/coursewise/" + settings.service(), clock);
    }
}
