package org.coursewise.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void percentilesAreNearestRanks() {
        var load = new Load(
                Duration.ofSeconds(2),
                LongStream.rangeClosed(1, 100)
                        .map(each -> (101 - each) * 1_000_000)
                        .toArray());
        assertThat(load.requestsPerSecond()).isEqualTo(50);
        assertThat(load.medianMilliseconds()).isEqualTo(50);
        assertThat(load.p99Milliseconds()).isEqualTo(99);
    }
}
