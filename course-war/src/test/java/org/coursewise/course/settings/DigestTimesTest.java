package org.coursewise.course.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTimesTest {

    private static final Instant NOW = Instant.parse("2027-01-10T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String ADA = "5f3c1a52-7a1e-4c58-9a55-0a4b2a5d3c11";

    private final DigestTimes weekly = DigestTimes.WEEKLY;

    @Test
    void eachTimeIsAWeekAfterTheOneBeforeHoweverLateTheMailWas() {
        var first = weekly.next(ADA, NOW);
        assertThat(first).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(WEEK));
        assertThat(weekly.next(ADA, first)).isEqualTo(first.plus(WEEK));
        assertThat(weekly.next(ADA, first.plusSeconds(90))).isEqualTo(first.plus(WEEK));
        assertThat(weekly.next(ADA, first.minusMillis(1))).isEqualTo(first);
    }

    @Test
    void aWeekHasOneMailOfEachLearner() {
        var due = weekly.next(ADA, NOW);
        assertThat(weekly.mailId(ADA, due.plusSeconds(3_600))).isEqualTo(weekly.mailId(ADA, due));
        assertThat(weekly.mailId(ADA, due.plus(WEEK))).isNotEqualTo(weekly.mailId(ADA, due));
        assertThat(weekly.mailId(ADA, due.minusMillis(1))).isNotEqualTo(weekly.mailId(ADA, due));
        assertThat(weekly.mailId("somebody else", due)).isNotEqualTo(weekly.mailId(ADA, due));
    }

    @Test
    void learnersAreSpreadOverTheWeek() {
        var days = IntStream.range(0, 7_000)
                .mapToObj(i -> weekly.next(new UUID(i, i).toString(), NOW))
                .mapToLong(next -> Duration.between(NOW, next).toDays())
                .toArray();
        for (var day = 0; day < 7; day++) {
            var of = day;
            assertThat(IntStream.range(0, days.length)
                            .filter(i -> days[i] == of)
                            .count())
                    .as("day " + day)
                    .isBetween(800L, 1_200L);
        }
    }

    @Test
    void offIsNeverAndAnythingElseIsNoTime() {
        assertThat(DigestTimes.parse("off").isEver()).isFalse();
        assertThat(DigestTimes.parse("P1D")).isEqualTo(new DigestTimes(true, Duration.ofDays(1)));
        for (var text : new String[] {"weekly", "P0D", "PT1S", "-P7D", "P10000D", ""}) {
            assertThatThrownBy(() -> DigestTimes.parse(text))
                    .as(text)
                    .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
        }
    }
}
