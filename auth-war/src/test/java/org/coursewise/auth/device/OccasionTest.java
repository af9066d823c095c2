package org.coursewise.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OccasionTest {

    private static final Instant NOW = Instant.parse("2026-11-27T09:05:59Z");

    @Test
    void aMailTellsWhenAndFromWhere() {
        assertThat(new Occasion(NOW, Device.of("Analytical Engine/1.0", "203.0.113.7")).variables())
                .isEqualTo(
                        Map.of("at", "2026-11-27 09:05 UTC", "device", "Analytical Engine", "address", "203.0.113.7"));
    }

    @Test
    void whatIsNotKnownIsNotBlank() {
        assertThat(new Occasion(NOW, Device.of(null, null)).variables())
                .containsEntry("device", "?")
                .containsEntry("address", "?");
    }

    @Test
    void aUserAgentIsOneLine() {
        assertThat(Device.of("a\r\n\tb", null).userAgent()).isEqualTo("a   b");
    }
}
