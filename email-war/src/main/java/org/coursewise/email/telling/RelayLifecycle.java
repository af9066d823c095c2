package org.coursewise.email.telling;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.email.preference.PreferenceOutbox;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.email.settings.EmailSettings;
import org.jspecify.annotations.Nullable;

/** Tells of deliveries and preferences for as long as the server runs. */
@ApplicationScoped
class RelayLifecycle {

    @Inject
    EmailSettings settings;

    @Inject
    MongoDatabase database;

    @Inject
    MessageOutbox messages;

    @Inject
    PreferenceOutbox preferences;

    @Inject
    Recipients recipients;

    @Inject
    Clock clock;

    @Inject
    ManagedThreadFactory threadFactory;

    private @Nullable DeliveryRelay relay;

    void start(@Observes Startup startup) {
        var sources =
                List.of(new DeliveryEvents(messages, clock), new PreferenceEvents(preferences, recipients, clock));
        var started = new DeliveryRelay(sources, new RelayLease(database, clock), () -> settings.kafka()
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
