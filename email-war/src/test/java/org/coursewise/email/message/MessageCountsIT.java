package org.coursewise.email.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.MongoServerOfTests;
import org.coursewise.email.message.MessageCounts.By;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageCountsIT {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @RegisterExtension
    static final MongoServerOfTests MONGO = new MongoServerOfTests();

    private Messages messages;
    private MessageCounts counts;

    @BeforeEach
    void emptyDatabase() {
        messages = new Messages(MONGO.database());
        counts = new MessageCounts(MONGO.database());
    }

    @Test
    void messagesOfATimeAreCountedByTemplateDayAndDomain() {
        add("ada@example.org", "welcome", NOON);
        add("bob@example.org", "welcome", NOON.plus(DAY));
        add("cy@example.net", "waiting-list", NOON.plus(DAY));
        var bounced = add("dee@example.net", "welcome", NOON.plus(DAY));
        messages.replace(bounced.claimed("me", NOON.plus(DAY), DAY));
        messages.replace(bounced.claimed("me", NOON.plus(DAY), DAY).bounced(NOON.plus(DAY), "550"));
        add("late@example.com", "welcome", NOON.plus(DAY.multipliedBy(9)));

        assertThat(count(By.TEMPLATE))
                .containsExactly(
                        Map.entry("waiting-list", Map.of(MessageStatus.QUEUED, 1L)),
                        Map.entry("welcome", Map.of(MessageStatus.QUEUED, 2L, MessageStatus.BOUNCED, 1L)));
        assertThat(count(By.DAY))
                .containsExactly(
                        Map.entry("2026-11-23", Map.of(MessageStatus.QUEUED, 1L)),
                        Map.entry("2026-11-24", Map.of(MessageStatus.QUEUED, 2L, MessageStatus.BOUNCED, 1L)));
        assertThat(count(By.DOMAIN))
                .containsExactly(
                        Map.entry("example.net", Map.of(MessageStatus.QUEUED, 1L, MessageStatus.BOUNCED, 1L)),
                        Map.entry("example.org", Map.of(MessageStatus.QUEUED, 2L)));
    }

    private Map<String, Map<MessageStatus, Long>> count(By by) {
        return counts.count(by, NOON.minus(DAY), NOON.plus(DAY.multipliedBy(2)));
    }

    private Message add(String to, String template, Instant at) {
        var content = new Content(new EmailAddress(to), null, template, "en", Map.of(), Map.of());
        var message = Message.queued(new MessageId(UUID.randomUUID()), content, at, null);
        messages.add(message);
        return message;
    }
}
