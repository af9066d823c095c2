package org.coursewise.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import org.coursewise.recommender.GeneratedData;
import org.junit.jupiter.api.Test;

class HoldoutTest {

    @Test
    void whatIsSetAsideIsNotLeftAndNothingIsLost() {
        var generated = GeneratedData.of(200, 50, false, 1).build();
        var all = generated.histories();
        var seen = new HashSet<Integer>();
        var data = FoldedDataset.of(generated, 4, 1_000, 9);
        for (int f = 0; f < 4; f++) {
            var holdout = data.holdouts().get(f);
            var left = data.left(f);
            int[] learners = data.numbers(f);
            assertThat(learners).hasSize(holdout.learners());
            for (int k = 0; k < learners.length; k++) {
                int learner = learners[k];
                assertThat(seen.add(learner)).as("in one fold only").isTrue();
                int[] rest = holdout.left().get(k);
                assertThat(left.of(learner)).isEqualTo(rest);
                int[] aside = holdout.aside().get(k);
                assertThat(aside).isNotEmpty().doesNotContain(rest);
                assertThat(rest).isNotEmpty();
                int[] both = Arrays.copyOf(rest, rest.length + aside.length);
                System.arraycopy(aside, 0, both, rest.length, aside.length);
                assertThat(both).containsExactlyInAnyOrder(all.of(learner));
            }
            for (int u = 0; u < all.learners(); u++) {
                if (Arrays.binarySearch(learners, u) < 0) {
                    assertThat(left.of(u)).isEqualTo(all.of(u));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(190);
    }

    @Test
    void withTimesTheNewestCoursesAreSetAside() {
        var all = GeneratedData.ring(100, 30, 1).build();
        var data = FoldedDataset.of(all, 2, 1_000, 9);
        var holdout = data.holdouts().get(0);
        int[] taken = all.histories().of(data.numbers(0)[0]);
        assertThat(holdout.aside().get(0)).containsExactly(taken[taken.length - 1]);
        assertThat(holdout.left().get(0)).containsExactly(Arrays.copyOf(taken, taken.length - 1));
    }
}
