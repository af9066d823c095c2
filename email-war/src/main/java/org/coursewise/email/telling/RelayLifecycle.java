package org.coursewise.email.telling;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.email.settings.EmailSettings;
import org.jspecify.annotations.Nullable;

/** Tells of deliveries for as long as the server runs. */
@ApplicationScoped
class RelayLifecycle {

    @Inject
    EmailSettings settings;

    @Inject
    MongoDatabase database;

    @Inject
    MessageOutbox outbox;

    @Inject
    Clock clock;

    @Inject
    ManagedThreadFactory threadFactory;

    private @Nullable DeliveryRelay relay;

    void start(@Observes Startup startup) {
        var started = new DeliveryRelay(
                outbox, new DeliveryEvents(clock), new RelayLease(database, clock), () -> settings.kafka()
                        .patientProducer("email-deliveries", Map.of()));
        threadFactory.newThread(started::run).start();
        relay = started;
    }

    void stop(@Observes Shutdown shutdown) {
        if (relay != null) {
            relay.close();
        }
    }
}
