package org.coursewise.course.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false",
        "0, 3, 0, false",
        "1, 3, 33, false",
        "2, 3, 66, false",
        "999, 1000, 99, false",
        "3, 3, 100, true"
    })
    void allIsAHundredAndNothingLessIs(int completed, int total, int percent, boolean isWhole) {
        var progress = Progress.of(completed, total);
        assertThat(progress.percent()).isEqualTo(percent);
        assertThat(progress.isWhole()).isEqualTo(isWhole);
    }
}
