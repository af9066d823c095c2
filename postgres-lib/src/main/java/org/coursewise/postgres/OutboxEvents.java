package org.coursewise.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.coursewise.events.EventFactory;
import org.coursewise.events.outbox.Outbox;

/** Says events of the service through its outbox, in the transaction of the caller. */
@ApplicationScoped
public class OutboxEvents {

    @Inject
    Outbox outbox;

    @Inject
    EventFactory events;

    /**
     * Says one event each for many aggregates.
     *
     * @param dataByKey in the order in which they are said
     */
    public void append(String topic, String type, Map<String, ?> dataByKey) {
        outbox.append(
                topic,
                dataByKey.entrySet().stream()
                        .map(entry -> events.event(type, entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** @param key the aggregate's id */
    public void append(String topic, String type, String key, Object data) {
        outbox.append(topic, events.event(type, key, data));
    }
}
