package org.coursewise.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPlotTest {

    @Test
    void whatIsTenTimesAsMuchIsADecadeFurther() {
        var plot = new TrainingPlot(
                List.of(new Training(10_000, 800, 300, 2, 1, 100), new Training(100_000, 8_000, 950, 20, 10, 1_000)));
        assertThat(plot.svg())
                .contains("points=\"60.0,300.0 190.0,235.0\"")
                .contains("points=\"60.0,170.0 190.0,105.0\"");
    }
}
