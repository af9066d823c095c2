package org.coursewise.email.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.coursewise.address.EmailAddress;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Message queued = Message.queued(
            MessageId.derivedFrom("test"),
            new Content(
                    new EmailAddress("ada@example.org"),
                    null,
                    "email-verification",
                    "en",
                    Map.of("displayName", "Ada"),
                    Map.of("link", "sealed")),
            NOON,
            null);
    private final Message sending = queued.claimed("me", NOON.plusSeconds(1), LEASE);

    @Test
    void aNewMessageIsDueAtOnce() {
        assertThat(queued.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(queued.isDue(NOON)).isTrue();
        assertThat(queued.createdAt()).isEqualTo(NOON);
        assertThat(queued.attempts()).isZero();
        assertThat(queued.version()).isEqualTo(1);
    }

    @Test
    void anAttemptBelongsToWhoBeganItUntilItsLeaseIsOver() {
        assertThat(sending.isLeasedBy("me")).isTrue();
        assertThat(sending.isLeasedBy("another")).isFalse();
        assertThat(sending.attempts()).isEqualTo(1);
        assertThat(sending.version()).isEqualTo(2);
        assertThatThrownBy(() -> sending.claimed("another", NOON.plusSeconds(30), LEASE))
                .isInstanceOf(IllegalStateException.class);

        var takenOver = sending.claimed("another", NOON.plusSeconds(31), LEASE);
        assertThat(takenOver.isLeasedBy("another")).isTrue();
        assertThat(takenOver.attempts()).isEqualTo(2);
    }

    @Test
    void aSentMessageHasForgottenItsSecrets() {
        var sent = sending.sent(NOON.plusSeconds(2), "250 OK");

        assertThat(sent.sentAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(sent.lastReply()).isEqualTo("250 OK");
        assertThat(sent.content().sealedVariables()).isEmpty();
        assertThat(sent.content().variables()).containsKey("displayName");
        assertThat(sent.nextAttemptAt()).isNull();
        assertThat(sent.history())
                .extracting(StatusChange::status)
                .containsExactly(MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.SENT);
    }

    @Test
    void aDeferredMessageIsTriedAgainWhenItsTimeComes() {
        var deferred = sending.deferred(NOON.plusSeconds(2), "451 later", NOON.plusSeconds(60));

        assertThat(deferred.isDue(NOON.plusSeconds(59))).isFalse();
        assertThat(deferred.isDue(NOON.plusSeconds(60))).isTrue();
        assertThat(deferred.content().sealedVariables()).containsKey("link");
        assertThat(deferred.claimed("me", NOON.plusSeconds(60), LEASE).attempts())
                .isEqualTo(2);
        assertThat(deferred.lastReply()).isEqualTo("451 later");
    }

    @Test
    void whatDidNotArriveMayBeRetriedWithAttemptsCountedAnew() {
        var now = NOON.plusSeconds(5);
        var given = new Message[] {
            sending.deferred(now, "451", now.plusSeconds(60)), sending.bounced(now, "550"), sending.failed(now, "451")
        };
        for (var message : given) {
            var retried = message.retried(now);
            assertThat(retried.status()).isEqualTo(MessageStatus.QUEUED);
            assertThat(retried.isDue(now)).isTrue();
            assertThat(retried.attempts()).isZero();
            assertThat(retried.content().sealedVariables()).containsKey("link");
        }
    }

    @Test
    void aStepThatDoesNotFollowIsRefused() {
        var now = NOON.plusSeconds(5);
        var sent = sending.sent(now, "250");
        assertThatThrownBy(() -> queued.sent(now, "250")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sent.claimed("me", now, LEASE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sent.deferred(now, "4", now)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sent.bounced(now, "5")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sent.retried(now)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> queued.retried(now)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sending.retried(now)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofAMessageToSomebodyWhoIsGoneOnlyThatItWasStays() {
        var bounced = sending.bounced(NOON.plusSeconds(2), "550 5.1.1 <ada@example.org>: no such user Ada");
        var forgotten = bounced.anonymous(NOON.plusSeconds(9), "gone");

        assertThat(forgotten.status()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(forgotten.lastReply()).isEqualTo("550 5.1.1");
        assertThat(forgotten.content().to()).isNull();
        assertThat(forgotten.toString()).doesNotContainIgnoringCase("ada");
    }

    @Test
    void aMessageToSomebodyWhoIsGoneIsNotSentAnyMore() {
        var deferred =
                sending.deferred(NOON.plusSeconds(2), "Connection to ada's host timed out", NOON.plusSeconds(60));
        var forgotten = deferred.anonymous(NOON.plusSeconds(9), "gone");

        assertThat(forgotten.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(forgotten.nextAttemptAt()).isNull();
        assertThat(forgotten.history()).extracting(StatusChange::reply).containsExactly(null, null, null, "gone");
    }
}
