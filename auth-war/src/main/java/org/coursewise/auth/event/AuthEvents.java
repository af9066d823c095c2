package org.coursewise.auth.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.coursewise.events.EventFactory;
import org.coursewise.events.outbox.Outbox;

/** Says events of auth through the outbox. */
@ApplicationScoped
class AuthEvents {

    @Inject
    Outbox outbox;

    @Inject
    EventFactory events;

    void append(String topic, String type, String key, Object data) {
        outbox.append(topic, events.event(type, key, data));
    }
}
