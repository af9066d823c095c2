package org.coursewise.recommender.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeighborhoodSlimTest {

    private final Workers workers = new Workers(2);
    private final Histories histories =
            GeneratedData.of(600, 40, false, 1).build().histories();

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void whereAllCoursesAreNeighborsItIsEase() throws Exception {
        // both solve the same least squares; so many learners that every two courses were taken together
        var all = GeneratedData.of(6_000, 15, false, 1).build().histories();
        var slim = new NeighborhoodSlim(2, 15).fit(Evidence.of(all, 0, workers), workers);
        var ease = new Ease(2, 15).fit(Evidence.of(all, workers), workers);
        for (int i = 0; i < 15; i++) {
            for (int j = 0; j < 15; j++) {
                assertThat(slim.get(i, j)).as(i + " to " + j).isCloseTo(ease.get(i, j), within(1e-4f));
            }
        }
    }

    @Test
    void aCourseKeepsNoMoreNeighborsThanAsked() throws Exception {
        var columns = new NeighborhoodSlim(2, 5)
                .fit(Evidence.of(histories, 0, workers), workers)
                .transposed();
        for (int j = 0; j < 40; j++) {
            assertThat(columns.starts()[j + 1] - columns.starts()[j]).isBetween(1, 5);
        }
    }

    @Test
    void countsThatAreNotKeptAreTheSame() throws Exception {
        var kept = Evidence.of(histories, workers);
        var counted = Evidence.of(histories, 0, workers);
        assertThat(kept.isDense()).isTrue();
        assertThat(counted.isDense()).isFalse();
        var one = new double[40];
        var other = new double[40];
        for (int i = 0; i < 40; i++) {
            kept.together(i, one);
            counted.together(i, other);
            assertThat(other).containsExactly(one);
            kept.weighted(i, one);
            counted.weighted(i, other);
            assertThat(other).containsExactly(one, within(1e-9));
            assertThat(counted.weight(i)).isCloseTo(kept.weight(i), within(1e-9));
        }
    }
}
