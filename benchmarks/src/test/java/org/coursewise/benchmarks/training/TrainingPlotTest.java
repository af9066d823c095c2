package org.coursewise.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPlotTest {

    @Test
    void whatIsTenTimesAsMuchIsADecadeFurther() {
        var plot = TrainingPlot.of(List.of(
                new Training(10_000, 800, 300, 1_700, 2, 1, 100),
                new Training(100_000, 8_000, 950, 1_700, 20, 10, 1_000)));
        assertThat(plot.svg())
                .contains("points=\"60.0,300.0 190.0,235.0\"")
                .contains("points=\"60.0,170.0 190.0,105.0\"");
    }

    @Test
    void bothWaysAreDrawn() {
        var some = List.of(new Training(1_000_000, 10_000, 2_828, 1_700, 200, 100, 1_000));
        assertThat(TrainingPlot.ofBoth(some, some).svg())
                .contains("in memory</text>", "Spark</text>")
                .contains("points=\"190.0,170.0\"")
                .contains(">100,000<");
    }
}
