package org.coursewise.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import org.coursewise.auth.client.WrongSecrets.Verdict;
import org.junit.jupiter.api.Test;

class WrongSecretsTest {

    private Instant now = Instant.parse("2026-11-27T10:00:00Z");
    private final WrongSecrets wrong =
            new WrongSecrets(new ClientSettings(3, 5, Duration.ofMinutes(15)), new HandSetClock());

    @Test
    void theFirstOnesAreCountedOneMoreIsSaidAndTheRestIsSilent() {
        assertThat(verdicts(3, "a", "10.0.0.1")).containsOnly(Verdict.COUNTED);
        assertThat(wrong.count("a", "10.0.0.2")).isEqualTo(Verdict.LIMIT_PASSED);
        assertThat(wrong.count("a", "10.0.0.3")).isEqualTo(Verdict.THROTTLED);
        assertThat(wrong.count("b", "10.0.0.2")).isEqualTo(Verdict.COUNTED);
    }

    @Test
    void anAddressIsCountedWhicheverClientsItNames() {
        for (var client = 0; client < 4; client++) {
            assertThat(wrong.count("client " + client, "10.0.0.1")).isEqualTo(Verdict.COUNTED);
        }
        assertThat(wrong.count("10.0.0.1")).isEqualTo(Verdict.COUNTED);
        assertThat(wrong.count("10.0.0.1")).isEqualTo(Verdict.LIMIT_PASSED);
        assertThat(wrong.count("another client", "10.0.0.1")).isEqualTo(Verdict.THROTTLED);
    }

    @Test
    void afterTheWindowTheCountBeginsAgain() {
        verdicts(5, "a", "10.0.0.1");
        now = now.plus(Duration.ofMinutes(15));
        assertThat(wrong.count("a", "10.0.0.1")).isEqualTo(Verdict.COUNTED);
    }

    @Test
    void aPauseIsAMinuteAtMost() {
        assertThat(wrong.pause()).isEqualTo(Duration.ofSeconds(60));
    }

    private Iterable<Verdict> verdicts(int times, String client, String address) {
        return Collections.nCopies(times, client).stream()
                .map(named -> wrong.count(named, address))
                .toList();
    }

    private final class HandSetClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
