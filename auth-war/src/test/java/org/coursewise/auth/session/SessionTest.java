package org.coursewise.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.coursewise.auth.account.UserId;
import org.coursewise.auth.device.Device;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration IDLE = Duration.ofDays(14);
    private static final Duration LIFETIME = Duration.ofDays(60);

    private final Session session =
            new Session(UserId.random(), Device.of("Analytical Engine/1.0", "203.0.113.7"), NOW, LIFETIME);

    @Test
    void aSessionThatIsNotUsedEnds() {
        assertThat(session.live(NOW.plus(IDLE).minusMillis(1), IDLE)).isTrue();
        assertThat(session.live(NOW.plus(IDLE), IDLE)).isFalse();
    }

    @Test
    void useKeepsItAlive() {
        session.use(NOW.plus(Duration.ofDays(10)));
        assertThat(session.live(NOW.plus(Duration.ofDays(20)), IDLE)).isTrue();
    }

    @Test
    void noUseKeepsItAliveForEver() {
        session.use(NOW.plus(LIFETIME).minusMillis(2));
        assertThat(session.live(NOW.plus(LIFETIME).minusMillis(1), IDLE)).isTrue();
        assertThat(session.live(NOW.plus(LIFETIME), IDLE)).isFalse();
    }

    @Test
    void whatWasEndedStaysEnded() {
        session.end(NOW);
        session.use(NOW);
        assertThat(session.live(NOW, IDLE)).isFalse();
    }
}
