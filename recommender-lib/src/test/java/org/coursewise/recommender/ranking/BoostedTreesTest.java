package org.coursewise.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final int WIDTH = 5;
    private static final int DEPTH = 4;
    private static final int ROWS = 123;

    private final SplittableRandom random = new SplittableRandom(1);
    private final BoostedTrees trees = trees(40);
    private final float[] x = numbers(ROWS * WIDTH);

    @Test
    void rowsSideBySideScoreLikeOneAfterTheOther() {
        var scores = new double[ROWS];
        trees.score(x, WIDTH, ROWS, scores);
        for (int r = 0; r < ROWS; r++) {
            assertThat(scores[r]).isCloseTo(walked(r), within(1e-12));
        }
    }

    @Test
    void theBestAreFoundWithTheirWholeScores() {
        var scores = new double[ROWS];
        var best = new int[ROWS];
        int found = trees.best(x, WIDTH, ROWS, 10, scores, best);
        assertThat(found).isEqualTo(10);
        for (int place = 0; place < found; place++) {
            assertThat(scores[best[place]]).isCloseTo(walked(best[place]), within(1e-12));
            assertThat(place == 0 || scores[best[place]] <= scores[best[place - 1]])
                    .isTrue();
        }
    }

    @Test
    void whereEverythingIsWantedNothingIsLeftOut() {
        var scores = new double[ROWS];
        var best = new int[ROWS];
        assertThat(trees.best(x, WIDTH, ROWS, ROWS, scores, best)).isEqualTo(ROWS);
        assertThat(Arrays.stream(best).distinct()).hasSize(ROWS);
        assertThat(scores[best[0]]).isCloseTo(Arrays.stream(scores).max().orElseThrow(), within(0.0));
    }

    @Test
    void theFirstTreesAreASumByThemselves() {
        var few = trees.first(3);
        assertThat(few.count()).isEqualTo(3);
        assertThat(trees.first(40).leaves()).isEqualTo(trees.leaves());
    }

    private double walked(int row) {
        int tests = (1 << DEPTH) - 1;
        double sum = trees.start();
        for (int tree = 0; tree < trees.count(); tree++) {
            int at = 0;
            while (at < tests) {
                int test = tree * tests + at;
                at = 2 * at + (x[row * WIDTH + trees.features()[test]] < trees.thresholds()[test] ? 1 : 2);
            }
            sum += trees.leaves()[tree * (tests + 1) + at - tests];
        }
        return sum;
    }

    private BoostedTrees trees(int count) {
        int tests = (1 << DEPTH) - 1;
        var features = new int[count * tests];
        Arrays.setAll(features, k -> random.nextInt(WIDTH));
        var leaves = new double[count * (tests + 1)];
        Arrays.setAll(leaves, k -> random.nextDouble() - 0.5);
        return new BoostedTrees(0.25, DEPTH, features, numbers(features.length), leaves);
    }

    private float[] numbers(int count) {
        var numbers = new float[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = (float) random.nextDouble();
        }
        return numbers;
    }
}
