package org.coursewise.recommender.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.junit.jupiter.api.Test;

class BoostingTest {

    private static final int[] ALL = {0, 1, 2};

    @Test
    void aSplitIsFoundWhereTheChanceChanges() throws Exception {
        var trees = train(rows(4_000, 1), new Boosting(20, 2, 5, 0.3, 100_000, 1), ALL, 2);
        assertThat(score(trees, 0.2f, 0.9f)).isLessThan(-1.5);
        assertThat(score(trees, 0.8f, 0.1f)).isGreaterThan(1.5);
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreadsAlsoWithSampling() throws Exception {
        var boosting = new Boosting(15, 4, 5, 0.1, 1_500, 0.7);
        var one = train(rows(4_000, 2), boosting, ALL, 1);
        var other = train(rows(4_000, 2), boosting, ALL, 3);
        assertThat(other.leaves()).isEqualTo(one.leaves());
        assertThat(other.features()).isEqualTo(one.features());
        assertThat(other.thresholds()).isEqualTo(one.thresholds());
    }

    @Test
    void aFeatureThatIsNotAllowedIsNotTested() throws Exception {
        var trees = train(rows(2_000, 3), new Boosting(5, 3, 5, 0.1, 100_000, 1), new int[] {1, 2}, 2);
        assertThat(trees.features()).doesNotContain(0);
    }

    @Test
    void withoutAFeatureThatChangesEverybodyIsEqual() throws Exception {
        var trees = train(rows(500, 4), new Boosting(5, 3, 5, 0.1, 100_000, 1), new int[] {2}, 2);
        assertThat(score(trees, 0.1f, 0.2f)).isEqualTo(score(trees, 0.9f, 0.8f));
    }

    @Test
    void boostingStopsWhenItsThreadIsInterrupted() {
        assertThatThrownBy(() -> {
                    try (var workers = new Workers(2)) {
                        new Boosting(50, 3, 5, 0.1, 100_000, 1)
                                .train(rows(1_000, 5), ALL, 1, workers, done -> Thread.currentThread()
                                        .interrupt());
                    }
                })
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static BoostedTrees train(BinnedRows rows, Boosting boosting, int[] features, int threads)
            throws Exception {
        try (var workers = new Workers(threads)) {
            return boosting.train(rows, features, 1, workers, done -> {});
        }
    }

    private static double score(BoostedTrees trees, float x0, float x1) {
        var score = new double[1];
        trees.score(new float[] {x0, x1, 7}, 3, 1, score);
        return score[0];
    }

    /** Taken mostly where x0 is above a half; x1 says nothing, x2 never changes. */
    private static BinnedRows rows(int count, long seed) {
        var random = new SplittableRandom(seed);
        var x = new float[count * 3];
        for (int r = 0; r < count; r++) {
            x[3 * r] = (float) random.nextDouble();
            x[3 * r + 1] = (float) random.nextDouble();
            x[3 * r + 2] = 7;
        }
        var rows = new BinnedRows(BinEdges.of(count, 3, (row, feature) -> x[3 * row + feature]));
        for (int r = 0; r < count; r++) {
            rows.add(x, r, random.nextDouble() < (x[3 * r] > 0.5 ? 0.9 : 0.1));
            if (r % 10 == 9) {
                rows.endGroup();
            }
        }
        return rows;
    }
}
