package org.coursewise.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasuresTest {

    private static final boolean[] SECOND_AND_FOURTH = {false, true, false, true, false};

    @Test
    void ndcgDiscountsByPlaceAndComparesWithAPerfectList() {
        // by hand: 1/log2(3) + 1/log2(5) = 0.63093 + 0.43068; perfect for three: 1 + 0.63093 + 0.5
        assertThat(new Ndcg().of(SECOND_AND_FOURTH, 3, 10)).isCloseTo(1.06161 / 2.13093, within(1e-5));
    }

    @Test
    void ndcgOfAPerfectListIsOneEvenWhenMoreWasWantedThanPlacesCount() {
        assertThat(new Ndcg().of(new boolean[] {true, true}, 7, 2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void placesBeyondKDoNotCount() {
        assertThat(new Ndcg().of(SECOND_AND_FOURTH, 1, 1)).isZero();
        assertThat(new Recall().of(SECOND_AND_FOURTH, 4, 3)).isEqualTo(0.25);
        assertThat(new HitRate().of(SECOND_AND_FOURTH, 1, 1)).isZero();
    }

    @Test
    void recallIsTheShareFoundAndAHitIsAHit() {
        assertThat(new Recall().of(SECOND_AND_FOURTH, 4, 10)).isEqualTo(0.5);
        assertThat(new HitRate().of(SECOND_AND_FOURTH, 4, 10)).isEqualTo(1);
        assertThat(new ReciprocalRank().of(SECOND_AND_FOURTH, 4, 10)).isEqualTo(0.5);
        assertThat(new ReciprocalRank().of(new boolean[0], 4, 10)).isZero();
    }

    @Test
    void listsAreAveragedAndCoverageCountsWhatIsShownInTheFirstTenPlaces() {
        var lists = new ListScores(2);
        lists.add(new int[] {4, 2}, 2, new int[] {4});
        lists.add(new int[] {0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 12}, 11, new int[] {12});
        var figures = lists.figures(24, 1);
        assertThat(figures.ndcg()).isCloseTo(0.5, within(1e-12));
        assertThat(figures.coverage()).isEqualTo(12 / 24.0);
        assertThat(figures.learners()).isEqualTo(2);
    }

    @Test
    void theIntervalHoldsTheMeanAndNarrowsWithMoreLearners() {
        var few = Bootstrap.interval(alternating(40), 3);
        var many = Bootstrap.interval(alternating(4000), 3);
        assertThat(few.low()).isLessThan(0.5);
        assertThat(few.high()).isGreaterThan(0.5);
        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 5);
        // the standard error is 0.5 / √4000 and 95 % lie within 1.96 of it
        assertThat(many.high() - many.low()).isCloseTo(2 * 1.96 * 0.5 / Math.sqrt(4000), within(0.004));
    }

    private static double[] alternating(int size) {
        var values = new double[size];
        for (int k = 0; k < size; k += 2) {
            values[k] = 1;
        }
        return values;
    }
}
