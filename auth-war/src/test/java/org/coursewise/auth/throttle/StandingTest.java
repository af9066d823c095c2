package org.coursewise.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.settings.ThrottleSettings;
import org.coursewise.auth.throttle.Standing.Count;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ThrottleSettings LIMITS = new ThrottleSettings(10, 100, Duration.ofMinutes(15), MINUTE, 5);
    private static final Failures NONE = new Failures(0, null);

    @Test
    void theTenthFailureOfANameIsTheLastThatIsTriedAtOnce() {
        assertThat(stranger(9, 9).reached(LIMITS)).isEmpty();
        assertThat(stranger(10, 10).reached(LIMITS)).containsExactly(Count.ACCOUNT);
    }

    @Test
    void theHundredthOfAnAddressToo() {
        assertThat(stranger(0, 99).reached(LIMITS)).isEmpty();
        assertThat(stranger(0, 100).reached(LIMITS)).containsExactly(Count.ADDRESS);
    }

    @Test
    void atHomeOnlyWhatHappensThereCounts() {
        assertThat(atHome(50, 9).reached(LIMITS)).isEmpty();
        assertThat(atHome(50, 10).reached(LIMITS)).containsExactly(Count.ACCOUNT_HERE);
    }

    @Test
    void atHomeAWrongPasswordIsToldNoMoreThanAStranger() {
        assertThat(atHome(10, 0).strangersWait(LIMITS)).isTrue();
        assertThat(atHome(9, 9).strangersWait(LIMITS)).isFalse();
    }

    @Test
    void theNextTryIsDueAMinuteAfterTheLatestFailure() {
        var failures = new Failures(10, NOW.minusSeconds(20));
        assertThat(failures.notBefore(10, MINUTE, NOW)).isEqualTo(NOW.plusSeconds(40));
        assertThat(failures.notBefore(11, MINUTE, NOW)).isNull();
        assertThat(failures.notBefore(10, MINUTE, NOW.plusSeconds(40))).isNull();
    }

    @Test
    void whoIsRefusedAgainAndAgainIsReportedOnceAMinute() {
        var reported = new Reported();
        assertThat(reported.isDue("name:a", NOW, MINUTE)).isTrue();
        assertThat(reported.isDue("name:a", NOW.plusSeconds(59), MINUTE)).isFalse();
        assertThat(reported.isDue("name:b", NOW.plusSeconds(59), MINUTE)).isTrue();
        assertThat(reported.isDue("name:a", NOW.plusSeconds(60), MINUTE)).isTrue();
    }

    private static Standing stranger(int everywhere, int client) {
        return new Standing(null, false, failed(everywhere), NONE, failed(client));
    }

    private static Standing atHome(int everywhere, int here) {
        return new Standing(UserId.random(), true, failed(everywhere), failed(here), failed(here));
    }

    private static Failures failed(int count) {
        return new Failures(count, count == 0 ? null : NOW);
    }
}
