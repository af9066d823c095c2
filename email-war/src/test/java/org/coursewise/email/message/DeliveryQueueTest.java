package org.coursewise.email.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coursewise.address.EmailAddress;
import org.coursewise.email.SettingsOfTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void whatGuardsAnAccountIsTakenFirstHoweverManyWait() throws Exception {
        var queue = queue(Map.of());
        IntStream.range(0, 10_000).forEach(i -> queue.offer(message("welcome", "r" + i + "@d" + i % 700 + ".org")));
        queue.offer(message("password-reset", "ada@example.org"));
        assertThat(queue.room(false).size()).isZero();

        assertThat(taken(queue)).isEqualTo("ada@example.org");
        assertThat(taken(queue)).startsWith("r0@");
    }

    @Test
    void domainsTakeTurns() throws Exception {
        var queue = queue(Map.of());
        Stream.of("1@a.org", "2@a.org", "3@a.org", "1@b.org", "1@c.org", "2@c.org")
                .forEach(to -> queue.offer(message("welcome", to)));

        assertThat(List.of(taken(queue), taken(queue), taken(queue), taken(queue), taken(queue), taken(queue)))
                .containsExactly("1@a.org", "1@b.org", "1@c.org", "2@a.org", "2@c.org", "3@a.org");
        assertThat(queue.take(AT_ONCE)).isNull();
    }

    @Test
    void aDomainHasSoManyUnderWayAndNoMore() throws Exception {
        var queue = queue(Map.of("coursewise.smtp-domain-connections", "2"));
        Stream.of("1@a.org", "2@a.org", "3@a.org").forEach(to -> queue.offer(message("welcome", to)));
        queue.offer(message("password-reset", "4@a.org"));

        var urgent = queue.take(AT_ONCE);
        assertThat(address(urgent)).isEqualTo("4@a.org");
        assertThat(taken(queue)).isEqualTo("1@a.org");
        assertThat(queue.take(AT_ONCE)).isNull();
        queue.offer(message("welcome", "1@b.org"));
        assertThat(taken(queue)).isEqualTo("1@b.org");

        queue.done(urgent);
        assertThat(taken(queue)).isEqualTo("2@a.org");
        assertThat(queue.take(AT_ONCE)).isNull();
    }

    @Test
    void aDomainGetsSoManyASecondAndOthersDoNotWaitForIt() throws Exception {
        var queue = queue(Map.of("coursewise.smtp-domain-rate", "20"));
        IntStream.range(0, 5).forEach(i -> queue.offer(message("welcome", i + "@a.org")));
        var began = System.nanoTime();
        assertThat(taken(queue)).isEqualTo("0@a.org");
        queue.offer(message("welcome", "0@b.org"));
        assertThat(taken(queue)).isEqualTo("0@b.org");
        assertThat(queue.take(AT_ONCE)).isNull();

        for (var i = 1; i < 5; i++) {
            assertThat(address(queue.take(Duration.ofSeconds(10)))).isEqualTo(i + "@a.org");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void howeverManyWaitForADomainThereIsRoomForOthers() {
        var queue = queue(Map.of());
        for (var dead : List.of("a.org", "b.org", "c.org")) {
            IntStream.range(0, 10_000).forEach(i -> queue.offer(message("welcome", i + "@" + dead)));
        }
        var room = queue.room(false);
        assertThat(room.size()).isEqualTo(64);
        assertThat(room.fullDomains()).containsExactlyInAnyOrder("a.org", "b.org", "c.org");

        var another = message("welcome", "ada@example.org");
        queue.offer(another);
        assertThat(queue.inHand()).contains(another.id());
    }

    @Test
    void aMessageThatIsInHandIsNotTakenTwice() throws Exception {
        var queue = queue(Map.of());
        var message = message("welcome", "ada@example.org");
        queue.offer(message);
        queue.offer(message);
        assertThat(queue.take(AT_ONCE)).isEqualTo(message);
        queue.offer(message);
        assertThat(queue.take(AT_ONCE)).isNull();

        queue.done(message);
        queue.offer(message);
        assertThat(queue.take(AT_ONCE)).isEqualTo(message);
    }

    private static DeliveryQueue queue(Map<String, String> settings) {
        return new DeliveryQueue(SettingsOfTests.with(settings));
    }

    private static String taken(DeliveryQueue queue) throws InterruptedException {
        return address(queue.take(AT_ONCE));
    }

    private static String address(@Nullable Message message) {
        return message == null ? "nobody" : message.content().to().value();
    }

    private static Message message(String template, String to) {
        var content = new Content(new EmailAddress(to), null, template, "en", Map.of(), Map.of());
        return Message.queued(new MessageId(UUID.randomUUID()), content, NOON, null);
    }
}
