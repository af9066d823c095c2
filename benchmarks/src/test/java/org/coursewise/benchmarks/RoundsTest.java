package org.coursewise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void whatOneOperationCostsIsTheClocksDifferenceOverTheirNumber() throws Exception {
        var done = new AtomicInteger();
        var cost = Rounds.milliseconds(() -> Duration.ofMillis(3L * done.get()), 2, 10, () -> done::incrementAndGet);
        assertThat(cost).isEqualTo(3);
        assertThat(done.get() % 10).isZero();
    }
}
