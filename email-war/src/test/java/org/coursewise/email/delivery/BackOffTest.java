package org.coursewise.email.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.coursewise.email.SettingsOfTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final BackOff backOff = new BackOff(
            SettingsOfTests.with(Map.of("coursewise.mail-max-attempts", "4")).retry(), new Random(1));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "9, 1280", "10, 1800", "60, 1800", "1000000, 1800"})
    void theDelayDoublesUpToItsLimitAndItsSecondHalfIsRandom(int attempts, long seconds) {
        var full = Duration.ofSeconds(seconds);
        var delays =
                IntStream.range(0, 200).mapToObj(i -> backOff.delay(attempts)).toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(full.dividedBy(2), full));
        assertThat(delays.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void attemptsComeToAnEnd() {
        assertThat(backOff.isExhausted(3)).isFalse();
        assertThat(backOff.isExhausted(4)).isTrue();
    }
}
