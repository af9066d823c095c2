package org.coursewise.email.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.message.MessageOutbox.Untold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageOutboxIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;
    private MessageOutbox outbox;

    @BeforeEach
    void emptyDatabase() {
        messages = new Messages(MONGO.database());
        outbox = new MessageOutbox(MONGO.database());
    }

    @Test
    void aStepWaitsFromWhenItIsStoredUntilItIsTold() {
        var sending = sending();
        assertThat(outbox.untold(10)).isEmpty();

        var deferred = sending.deferred(NOON.plusSeconds(1), "451", NOON.plusSeconds(9));
        messages.replace(deferred);
        assertThat(outbox.untold(10)).containsExactly(new Untold(deferred, 0));
        assertThat(outbox.depth()).isEqualTo(new MessageOutbox.Depth(1, NOON.plusSeconds(1)));

        outbox.told(outbox.untold(10));
        assertThat(outbox.untold(10)).isEmpty();
        assertThat(outbox.depth()).isEqualTo(new MessageOutbox.Depth(0, null));
    }

    @Test
    void aStepThatIsTakenWhileOthersAreToldWaitsAndWhatWasToldIsNotForgotten() {
        var deferred = sending().deferred(NOON.plusSeconds(1), "451", NOON.plusSeconds(9));
        messages.replace(deferred);
        var batch = outbox.untold(10);
        var again = deferred.claimed("me", NOON.plusSeconds(9), LEASE);
        messages.replace(again);
        var sent = again.sent(NOON.plusSeconds(10), "250");
        messages.replace(sent);

        outbox.told(batch);

        assertThat(outbox.untold(10)).containsExactly(new Untold(sent, 3));
        outbox.told(outbox.untold(10));
        assertThat(outbox.untold(10)).isEmpty();
        assertThat(messages.find(sent.id())).contains(sent);
    }

    private Message sending() {
        var content = new Content(
                new EmailAddress("ada@example.org"), "u1", "welcome", "en", Map.of("displayName", "Ada"), Map.of());
        var queued = Message.queued(new MessageId(UUID.randomUUID()), content, NOON, null);
        messages.add(queued);
        var sending = queued.claimed("me", NOON, LEASE);
        messages.replace(sending);
        return sending;
    }
}
