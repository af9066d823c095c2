package org.coursewise.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelMetricsTest {

    @Test
    void aModelThatIsNotSurelyWorseTakesThePlace() {
        var served = metrics(1_000, .30);
        assertThat(metrics(1_020, .31).mayReplace(served)).isTrue();
        assertThat(metrics(1_020, .295).mayReplace(served)).isTrue();
        assertThat(metrics(1_020, .28).mayReplace(served)).isFalse();
    }

    @Test
    void figuresOfOtherDataDecideNothing() {
        assertThat(metrics(50_000, .20).mayReplace(metrics(1_000, .45))).isTrue();
    }

    /** With an interval of ± .01. */
    private static ModelMetrics metrics(int enrollments, double ndcg) {
        return new ModelMetrics(
                100, 50, enrollments, "ranker", true, "ease", ndcg, ndcg - .01, ndcg + .01, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
