package org.coursewise.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void functionsLabelsRangesAndNumbersAreNoMetrics() {
        assertThat(PromQl.metrics("""
                        sum by (service, le) (rate(a_seconds_bucket{le="0.5", route!~"/x.*{id}"}[$__rate_interval]))
                        / max_over_time(b_total{x="{y}"}[1h] offset 30m) > 3 * 24 * 3600 and on (pod) up == 0 or absent(c) > 1e3
                        """)).containsExactlyInAnyOrder("a_seconds", "b_total", "up", "c");
    }
}
