package org.coursewise.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration OUTLAST = Duration.ofMinutes(11);

    private final KeyRing.Key first = key("first", NOON.minusSeconds(900), NOON.minusSeconds(900));
    private final KeyRing.Key second = key("second", NOON.minusSeconds(900), NOON);
    private final KeyRing.Key third = key("third", NOON, null);
    private final KeyRing ring = new KeyRing(List.of(first, second, third), OUTLAST);

    @Test
    void theNewestThatMaySignDoes() {
        assertThat(ring.signing(NOON.minusNanos(1_000))).contains(first);
        assertThat(ring.signing(NOON)).contains(second);
        assertThat(ring.signing(NOON.plus(Duration.ofDays(900)))).contains(second);
    }

    @Test
    void aKeyIsPublishedUntilItsLastTokenIsOut() {
        assertThat(ring.leavesAt(first)).contains(NOON.plus(OUTLAST));
        assertThat(ring.spent(NOON.plus(OUTLAST))).isEmpty();
        assertThat(ring.spent(NOON.plus(OUTLAST).plusNanos(1_000))).containsExactly(first);
        assertThat(ring.leavesAt(second)).isEmpty();
        assertThat(ring.leavesAt(third)).isEmpty();
    }

    @Test
    void eachKeySaysWhatItDoes() {
        assertThat(ring.status(first, NOON)).isEqualTo(KeyStatus.RETIRED);
        assertThat(ring.status(second, NOON)).isEqualTo(KeyStatus.SIGNING);
        assertThat(ring.status(third, NOON)).isEqualTo(KeyStatus.NEXT);
        assertThat(ring.status(second, NOON.minusSeconds(1))).isEqualTo(KeyStatus.NEXT);
        assertThat(ring.next()).contains(third);
        assertThat(ring.hasOneToCome(NOON.minusSeconds(1))).isTrue();
        assertThat(ring.hasOneToCome(NOON)).isFalse();
    }

    @Test
    void withoutOneThatMaySignTheOldestDoes() {
        assertThat(new KeyRing(List.of(third), OUTLAST).signing(NOON)).contains(third);
        assertThat(new KeyRing(List.of(), OUTLAST).signing(NOON)).isEmpty();
    }

    private static KeyRing.Key key(String id, Instant created, @Nullable Instant signsFrom) {
        try {
            var jwk = new ECKeyGenerator(Curve.P_256).keyID(id).generate();
            return new KeyRing.Key(jwk, new ECDSASigner(jwk), created, signsFrom);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
