package org.coursewise.console.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Map<String, Object> SERVED = Map.of("ndcg", .40, "ndcgLow", .38, "ndcgHigh", .42);

    @Test
    void figuresOnTheSameEnrolmentsAreSure() {
        assertThat(compared(.001, .02)).isEqualTo(Verdict.SURELY_BETTER);
        assertThat(compared(-.02, -.001)).isEqualTo(Verdict.SURELY_WORSE);
        assertThat(compared(-.01, .01)).isEqualTo(Verdict.NOT_TOLD_APART);
    }

    @Test
    void withoutThemEachHasItsOwnValidation() {
        assertThat(Verdict.of(Map.of("ndcg", .43), SERVED, "b")).isEqualTo(Verdict.PROBABLY_BETTER);
        assertThat(Verdict.of(Map.of("ndcg", .41), SERVED, "b")).isEqualTo(Verdict.ABOUT_EQUAL);
        assertThat(Verdict.of(Map.of("ndcg", .37), SERVED, "b")).isEqualTo(Verdict.PROBABLY_WORSE);
        assertThat(Verdict.of(Map.of(), SERVED, "b")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aComparisonWithAModelThatServesNoLongerSaysNothing() {
        var metrics = Map.<String, Object>of("ndcg", .41, "comparison", comparison(.1, .2));
        assertThat(Verdict.of(metrics, SERVED, "c")).isEqualTo(Verdict.ABOUT_EQUAL);
    }

    private static Verdict compared(double low, double high) {
        return Verdict.of(Map.of("ndcg", .4, "comparison", comparison(low, high)), SERVED, "b");
    }

    private static Map<String, Object> comparison(double low, double high) {
        return Map.of("with", "b", "low", low, "high", high);
    }
}
