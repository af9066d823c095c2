package org.coursewise.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.coursewise.recommender.GeneratedData;
import org.junit.jupiter.api.Test;

class HoldoutTest {

    @Test
    void whatIsSetAsideIsNotLeftAndNothingIsLost() {
        var all = GeneratedData.of(200, 50, false, 1).build().histories();
        var seen = new HashSet<Integer>();
        for (var holdout : Holdout.folds(all, 4, 1_000, 9)) {
            for (int k = 0; k < holdout.learners().size(); k++) {
                int learner = holdout.learners().get(k);
                assertThat(seen.add(learner)).as("in one fold only").isTrue();
                int[] left = holdout.left().of(learner);
                int[] aside = holdout.aside().get(k);
                assertThat(aside).isNotEmpty().doesNotContain(left);
                assertThat(left).isNotEmpty();
                int[] both = Arrays.copyOf(left, left.length + aside.length);
                System.arraycopy(aside, 0, both, left.length, aside.length);
                assertThat(both).containsExactlyInAnyOrder(all.of(learner));
            }
            for (int u = 0; u < all.learners(); u++) {
                if (!holdout.learners().contains(u)) {
                    assertThat(holdout.left().of(u)).isEqualTo(all.of(u));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(190);
    }

    @Test
    void withTimesTheNewestCoursesAreSetAside() {
        var all = GeneratedData.ring(100, 30, 1).build().histories();
        var holdout = Holdout.folds(all, 2, 1_000, 9).get(0);
        int learner = holdout.learners().get(0);
        int[] taken = all.of(learner);
        assertThat(holdout.aside().get(0)).containsExactly(taken[taken.length - 1]);
        assertThat(holdout.left().of(learner)).containsExactly(Arrays.copyOf(taken, taken.length - 1));
    }
}
