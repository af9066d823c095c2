package org.coursewise.email.telling;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.coursewise.email.preference.PreferenceOutbox;
import org.coursewise.email.preference.PreferenceOutbox.Untold;
import org.coursewise.email.recipient.Recipient;
import org.coursewise.email.recipient.Recipients;
import org.coursewise.events.Event;
import org.coursewise.events.EventFactory;
import org.coursewise.events.EventRecords;
import org.jspecify.annotations.Nullable;

/** Makes events of who wants recommendations by mail. An event's id follows from the person and the edition of their wish. */
final class PreferenceEvents implements FactSource {

    static final String TOPIC = "email.preference.v1";
    private static final String TYPE = "org.coursewise.email.preference.changed";

    private final PreferenceOutbox outbox;
    private final Recipients recipients;
    private final EventFactory factory;

    /** @param locale of the mails; null when none are wanted, or auth has not told of the user yet */
    record Preference(
            String userId,
            boolean recommendations,
            @Nullable String locale) {}

    PreferenceEvents(PreferenceOutbox outbox, Recipients recipients, Clock clock) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.factory = new EventFactory("/coursewise/email", clock);
    }

    @Override
    public Batch next(int limit) {
        var untold = outbox.untold(limit);
        var records = untold.stream()
                .map(person -> EventRecords.toRecord(TOPIC, event(person)))
                .toList();
        return new Batch(untold.size(), records, () -> outbox.told(untold));
    }

    private Event event(Untold person) {
        var locale = person.wantsRecommendations()
                ? recipients.find(person.userId()).map(Recipient::locale).orElse(null)
                : null;
        var data = new Preference(person.userId(), person.wantsRecommendations(), locale);
        var name = "email.preference:" + person.userId() + ":" + person.edition();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return factory.event(id, TYPE, person.userId(), data);
    }
}
