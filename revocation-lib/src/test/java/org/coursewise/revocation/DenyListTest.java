package org.coursewise.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.coursewise.rest.caller.AccessToken;
import org.junit.jupiter.api.Test;

class DenyListTest {

    /** Half a second after a full one. */
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00.500Z");

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ADA = "ada";

    private final MovingClock clock = new MovingClock(NOON);
    private final DenyList list = new DenyList(LIFETIME, clock);

    @Test
    void aTokenIsGoodUntilSomethingIsHeard() {
        assertThat(list.isRevoked(token("s1", NOON))).isFalse();
        assertThat(list.size()).isZero();
    }

    @Test
    void aTokenOfASessionThatEndedIsRefusedWheneverItWasIssued() {
        list.endSessions(List.of("s1", "s2"), NOON);
        assertThat(list.isRevoked(token("s1", NOON.minusSeconds(60)))).isTrue();
        assertThat(list.isRevoked(token("s2", NOON.plusSeconds(3)))).isTrue();
    }

    @Test
    void aPasswordResetLeavesTheTokenOfTheSameSecondThatWasIssuedAfterIt() {
        list.endSessions(List.of("before"), NOON);
        assertThat(list.isRevoked(token("before", NOON.minusMillis(100)))).isTrue();
        assertThat(list.isRevoked(token("after", NOON.plusMillis(100)))).isFalse();
    }

    @Test
    void nobodyWhoIsLockedOrDeletedGetsIn() {
        list.bar(ADA, NOON);
        assertThat(list.isRevoked(token("s1", NOON.minusSeconds(60)))).isTrue();
        // signed by a replica of auth whose clock is ahead
        assertThat(list.isRevoked(token("s2", NOON.plusSeconds(2)))).isTrue();
        assertThat(list.isRevoked(new AccessToken("t1", "grace", Optional.of("s3"), Set.of("learner"), NOON)))
                .isFalse();
    }

    @Test
    void whoIsUnlockedComesInWithANewTokenOfTheSameSecond() {
        list.endSessions(List.of("before"), NOON);
        list.bar(ADA, NOON);
        list.lift(ADA);
        assertThat(list.isRevoked(token("older", NOON.minusSeconds(1)))).isTrue();
        assertThat(list.isRevoked(token("before", NOON.minusMillis(100)))).isTrue();
        assertThat(list.isRevoked(token("after", NOON.plusMillis(100)))).isFalse();
    }

    @Test
    void whoIsLockedAgainIsOutAgain() {
        list.bar(ADA, NOON);
        list.lift(ADA);
        list.bar(ADA, NOON.plusSeconds(5));
        assertThat(list.isRevoked(token("s1", NOON.plusSeconds(3)))).isTrue();
    }

    @Test
    void aRoleThatWasTakenIsNoGoodButWhatIsLeftIs() {
        list.hold(ADA, Set.of("learner"), NOON);
        assertThat(list.isRevoked(token("s1", NOON.minusSeconds(60), "learner", "admin")))
                .isTrue();
        assertThat(list.isRevoked(token("s1", NOON.minusSeconds(60), "learner")))
                .isFalse();
    }

    @Test
    void whetherATokenOfTheSameSecondIsFromBeforeTheRoleWasTakenItsRolesTell() {
        list.hold(ADA, Set.of("learner"), NOON);
        assertThat(list.isRevoked(token("s1", NOON.minusMillis(100), "learner", "admin")))
                .isTrue();
        assertThat(list.isRevoked(token("s1", NOON.plusMillis(100), "learner"))).isFalse();
    }

    @Test
    void aTokenThatWasSignedAMomentAfterItsRoleWasTakenIsRefused() {
        list.hold(ADA, Set.of("learner"), NOON.plusMillis(490));
        assertThat(list.isRevoked(token("s1", NOON.plusMillis(510), "learner", "admin")))
                .isTrue();
    }

    @Test
    void aRoleThatIsGivenLaterIsBelieved() {
        list.hold(ADA, Set.of("learner"), NOON);
        assertThat(list.isRevoked(token("s1", NOON.plusSeconds(3), "learner", "admin")))
                .isFalse();
        list.hold(ADA, Set.of("learner", "admin"), NOON.plusSeconds(1));
        assertThat(list.isRevoked(token("s1", NOON.plusSeconds(1), "learner", "admin")))
                .isFalse();
    }

    @Test
    void aClientThatIsGoneAndATokenThatWasGivenBackAreRefused() {
        list.bar("gone", NOON);
        list.end("t1", NOON);
        assertThat(list.isRevoked(client("t2", "gone"))).isTrue();
        assertThat(list.isRevoked(client("t1", "other"))).isTrue();
        assertThat(list.isRevoked(client("t2", "other"))).isFalse();
    }

    private static AccessToken client(String token, String id) {
        return new AccessToken(token, id, Optional.empty(), Set.of("emails:send"), NOON.minusSeconds(9));
    }

    @Test
    void aFactIsKeptForAsLongAsATokenFromBeforeItCanBeGood() {
        list.endSessions(List.of("s1"), NOON);
        list.bar(ADA, NOON);
        list.hold("grace", Set.of("learner"), NOON);

        clock.now = NOON.plus(LIFETIME).plusSeconds(30);
        list.forget();
        assertThat(list.size()).isEqualTo(3);

        clock.now = NOON.plus(LIFETIME).plusSeconds(91);
        list.forget();
        assertThat(list.size()).isZero();
    }

    @Test
    void whatIsTooOldToMatterIsNotKeptAtAll() {
        var longAgo = NOON.minus(LIFETIME).minusSeconds(120);
        list.endSessions(List.of("s1"), longAgo);
        list.bar(ADA, longAgo);
        list.hold(ADA, Set.of("learner"), longAgo);
        assertThat(list.size()).isZero();
        assertThat(list.horizon()).isBefore(NOON.minus(LIFETIME).minusSeconds(30));
    }

    @Test
    void theListIsNoLongerThanTheFactsOfItsWindow() {
        IntStream.range(0, 10_000).forEach(second -> {
            clock.now = NOON.plusSeconds(second);
            list.endSessions(List.of("session-" + second), clock.now);
            list.forget();
        });
        assertThat(list.size()).isBetween((int) LIFETIME.toSeconds(), (int)
                LIFETIME.plusSeconds(100).toSeconds());
    }

    private static AccessToken token(String session, Instant issuedAt, String... roles) {
        return new AccessToken(
                "t1", ADA, Optional.of(session), Set.of(roles), issuedAt.truncatedTo(ChronoUnit.SECONDS));
    }
}
