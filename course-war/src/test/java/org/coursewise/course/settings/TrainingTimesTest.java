package org.coursewise.course.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrainingTimesTest {

    private static final Instant NOW = Instant.parse("2027-01-10T08:00:00Z");

    @Test
    void aTimeOfTheDayWasTodayOrYesterday() {
        assertThat(TrainingTimes.parse("02:00").lastUntil(NOW)).isEqualTo("2027-01-10T02:00:00Z");
        assertThat(TrainingTimes.parse("08:00").lastUntil(NOW)).isEqualTo(NOW);
        assertThat(TrainingTimes.parse("08:01").lastUntil(NOW)).isEqualTo("2027-01-09T08:01:00Z");
    }

    @Test
    void aLengthOfTimeIsCountedBack() {
        assertThat(TrainingTimes.parse("PT12H").lastUntil(NOW)).isEqualTo("2027-01-09T20:00:00Z");
    }

    @Test
    void offIsNever() {
        assertThat(TrainingTimes.parse("off").isEver()).isFalse();
        assertThat(TrainingTimes.parse("off").lastUntil(NOW)).isEqualTo(Instant.MIN);
        assertThat(TrainingTimes.NIGHTLY.isEver()).isTrue();
    }

    @Test
    void anythingElseIsNoSchedule() {
        for (var text : new String[] {"25:00", "daily", "P0D", "-PT1H", "PT-1H", ""}) {
            assertThatThrownBy(() -> TrainingTimes.parse(text))
                    .as(text)
                    .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
        }
    }
}
