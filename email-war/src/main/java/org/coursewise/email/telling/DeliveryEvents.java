package org.coursewise.email.telling;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.coursewise.email.message.Message;
import org.coursewise.email.message.MessageOutbox;
import org.coursewise.email.message.MessageOutbox.Untold;
import org.coursewise.email.message.StatusChange;
import org.coursewise.email.preference.Category;
import org.coursewise.events.Event;
import org.coursewise.events.EventFactory;
import org.coursewise.events.EventRecords;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the lines of messages' histories. An event's id follows from the message and the line: told again after
 * a crash, it is the same.
 */
final class DeliveryEvents implements FactSource {

    static final String TOPIC = "email.delivery.v1";
    private static final String TYPE = "org.coursewise.email.delivery.";

    private final MessageOutbox outbox;
    private final EventFactory factory;

    /**
     * What is told. The address is not: whoever needs it knows the user.
     *
     * @param userId null when it is nobody's we know, or their account is gone
     * @param reply the SMTP server's codes alone, for its words may name the address
     */
    record Delivery(
            String messageId,
            @Nullable String userId,
            String template,
            String locale,
            String category,
            @Nullable String reply) {}

    DeliveryEvents(MessageOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.factory = new EventFactory("/coursewise/email", clock);
    }

    @Override
    public Batch next(int limit) {
        var untold = outbox.untold(limit);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        untold.forEach(message -> of(message).forEach(event -> records.add(EventRecords.toRecord(TOPIC, event))));
        return new Batch(untold.size(), records, () -> outbox.told(untold));
    }

    private List<Event> of(Untold untold) {
        var history = untold.message().history();
        var events = new ArrayList<Event>();
        for (var line = untold.told(); line < history.size(); line++) {
            if (history.get(line).status().isTold()) {
                events.add(event(untold.message(), line, history.get(line)));
            }
        }
        return events;
    }

    private Event event(Message message, int line, StatusChange change) {
        var content = message.content();
        var id = message.id().toString();
        var data = new Delivery(
                id,
                content.userId(),
                content.template(),
                content.locale(),
                Category.of(content.template()).wire(),
                Message.codes(change.reply()));
        var made = factory.event(TYPE + change.status().wire(), id, data);
        var name = "email.delivery:" + id + ":" + line;
        return new Event(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                made.type(),
                made.source(),
                change.at(),
                made.key(),
                message.traceparent(),
                made.data());
    }
}
