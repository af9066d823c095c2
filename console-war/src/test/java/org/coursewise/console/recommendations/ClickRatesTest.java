package org.coursewise.console.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewise.console.recommendations.ClickRates.Outcome;
import org.junit.jupiter.api.Test;

class ClickRatesTest {

    @Test
    void fewSeenCoursesSayNothing() {
        assertThat(ClickRates.of(50, 99, 1, 100_000).outcome()).isEqualTo(Outcome.TOO_FEW);
        assertThat(ClickRates.of(0, 0, 0, 0).outcome()).isEqualTo(Outcome.TOO_FEW);
    }

    @Test
    void aDifferenceCountsOnceItsIntervalLeavesZero() {
        assertThat(ClickRates.of(53, 1000, 50, 1000).outcome()).isEqualTo(Outcome.NOT_TOLD_APART);
        assertThat(ClickRates.of(800, 10_000, 500, 10_000).outcome()).isEqualTo(Outcome.BETTER);
        assertThat(ClickRates.of(500, 10_000, 800, 10_000).outcome()).isEqualTo(Outcome.WORSE);
    }
}
