package org.coursewise.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final double FLOOR = .05;
    private static final int LISTS = 100;

    @Test
    void theFirstModelServes() {
        assertThat(decide(metrics(1_000, .01, 0, null), null).isDue()).isTrue();
    }

    @Test
    void aModelThatIsNotSurelyWorseOnTheSameEnrolmentsTakesThePlace() {
        var served = metrics(1_000, .30, .5, null);
        assertThat(decide(metrics(5_000, .1, .5, comparison(-.02, .001)), served)
                        .isDue())
                .isTrue();
        var worse = decide(metrics(5_000, .9, .5, comparison(-.02, -.001)), served);
        assertThat(worse.isDue()).isFalse();
        assertThat(worse.reason())
                .isEqualTo(
                        "On the newer enrolments of 150 learners its NDCG@10 is 0.2000, that of v1 0.2100; the difference"
                                + " lies between -0.0200 and -0.0010");
    }

    @Test
    void withoutNewEnrolmentsTheValidationsDecide() {
        var served = metrics(1_000, .30, .5, null);
        assertThat(decide(metrics(1_020, .31, .5, null), served).isDue()).isTrue();
        assertThat(decide(metrics(1_020, .295, .5, null), served).isDue()).isTrue();
        assertThat(decide(metrics(1_020, .28, .5, null), served).isDue()).isFalse();
    }

    @Test
    void validationsOnOtherDataDecideNothing() {
        assertThat(decide(metrics(50_000, .20, .5, null), metrics(1_000, .45, .5, null))
                        .isDue())
                .isTrue();
    }

    @Test
    void aModelThatShowsTooFewCoursesStaysACandidate() {
        var served = metrics(1_000, .30, .5, null);
        var narrow = decide(metrics(1_000, .90, .04, comparison(.1, .2)), served);
        assertThat(narrow.isDue()).isFalse();
        assertThat(narrow.reason()).isEqualTo("Its coverage@10 is 0.0400 and would have to be 0.0500");
    }

    @Test
    void theFloorIsLowerWhereSoFewListsCannotShowSoManyCourses() {
        var served = metrics(1_000, .30, .5, null);
        var model = metrics(1_000, .30, .04, null);
        assertThat(Promotion.decide(model, 3, new Promotion.Served("v1", served), FLOOR)
                        .isDue())
                .isTrue();
    }

    private static Promotion decide(ModelMetrics model, @Nullable ModelMetrics served) {
        return Promotion.decide(model, LISTS, served == null ? null : new Promotion.Served("v1", served), FLOOR);
    }

    private static Comparison comparison(double low, double high) {
        return new Comparison("v1", 150, .20, .21, low, high);
    }

    /** With an interval of ± .01. */
    private static ModelMetrics metrics(
            int enrollments, double ndcg, double coverage, @Nullable Comparison comparison) {
        return new ModelMetrics(
                100,
                50,
                enrollments,
                "ranker",
                true,
                "ease",
                ndcg,
                ndcg - .01,
                ndcg + .01,
                0,
                0,
                0,
                coverage,
                0,
                0,
                0,
                0,
                comparison);
    }
}
