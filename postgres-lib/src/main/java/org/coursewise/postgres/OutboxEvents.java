package org.coursewise.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.events.EventFactory;
import org.coursewise.events.outbox.Outbox;

/** Says events of the service through its outbox, in the transaction of the caller. */
@ApplicationScoped
public class OutboxEvents {

    @Inject
    Outbox outbox;

    @Inject
    EventFactory events;

    /** @param key the aggregate's id */
    public void append(String topic, String type, String key, Object data) {
        outbox.append(topic, events.event(type, key, data));
    }
}
