package org.coursewise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final Figure HELD = new Figure("refresh", "ms CPU", 2.1, 4.2, "Keycloak, recorded", Goal.atMost(.5));
    private static final Figure MISSED =
            new Figure("log-in", "ms CPU", 24, 20, "the bare hash, this run", Goal.atMost(1.15));

    @Test
    void aGoalIsHeldAtItsVeryRatio() {
        assertThat(HELD.ratio()).isEqualTo(.5);
        assertThat(HELD.isHeld()).isTrue();
        assertThat(MISSED.isHeld()).isFalse();
    }

    @Test
    void ofSomeFiguresMoreIsBetter() {
        assertThat(new Figure("reads", "a second", 31, 30, "wanted", Goal.atLeast(1)).isHeld())
                .isTrue();
        assertThat(new Figure("reads", "a second", 29, 30, "wanted", Goal.atLeast(1)).isHeld())
                .isFalse();
    }

    @Test
    void theTableHasALineForEachFigure() {
        assertThat(new Report(List.of(HELD, MISSED)).text().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).startsWith("| refresh |").endsWith("| yes |"))
                .anySatisfy(line -> assertThat(line).startsWith("| log-in |").endsWith("| no |"));
    }
}
