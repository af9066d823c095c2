package org.coursewise.recommender.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.dataset.IdHash;
import org.junit.jupiter.api.Test;

class LotsTest {

    private final List<LearnerHistory> histories = new ArrayList<>();
    private final Lots lots = new Lots(2);

    LotsTest() {
        for (int u = 0; u < 20_000; u++) {
            var learner = "learner-" + u;
            var history = new LearnerHistory(learner, IdHash.of(learner, 7), new int[1 + u % 3]);
            histories.add(history);
            lots.count(history);
        }
    }

    @Test
    void asManyAsAreWantedLieBelowTheLimitAndHardlyMore() {
        assertThat(lots.learners()).isEqualTo(20_000);
        assertThat(lots.usable()).isEqualTo(13_333);
        long limit = lots.limitOfLearners(4_000);
        assertThat(below(limit).stream().filter(history -> history.courses().length > 1))
                .hasSizeBetween(4_000, 4_020);
        assertThat(lots.limitOfLearners(20_000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void noMoreEnrolmentsThanAreWantedLieBelowTheLimit() {
        long limit = lots.limitOfEnrollments(10_000);
        assertThat(below(limit).stream()
                        .mapToInt(history -> history.courses().length)
                        .sum())
                .isBetween(9_950, 10_000);
        assertThat(lots.limitOfEnrollments(1_000_000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anotherSeedDrawsOthers() {
        assertThat(IdHash.of("learner-1", 1))
                .isNotEqualTo(IdHash.of("learner-1", 2))
                .isNotNegative();
    }

    private List<LearnerHistory> below(long limit) {
        return histories.stream().filter(history -> history.lot() < limit).toList();
    }
}
