package org.coursewise.recommender.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.DatasetBuilder;
import org.coursewise.recommender.matrix.SparseRows;
import org.coursewise.recommender.matrix.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two learners took a and b, one a and c, one a alone: small enough to do by hand. */
class SourcesTest {

    private final Dataset data = new DatasetBuilder()
            .enrollment("u1", "a", null)
            .enrollment("u1", "b", null)
            .enrollment("u2", "a", null)
            .enrollment("u2", "b", null)
            .enrollment("u3", "a", null)
            .enrollment("u3", "c", null)
            .enrollment("u4", "a", null)
            .build();
    private final Workers workers = new Workers(2);

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void neighborsAreLinkedByCosine() throws Exception {
        var links = new Neighbors(10).fit(evidence(), workers);
        assertThat(links.get(0, 1)).isCloseTo((float) (2 / Math.sqrt(4 * 2)), within(1e-6f));
        assertThat(links.get(0, 2)).isCloseTo((float) (1 / Math.sqrt(4)), within(1e-6f));
        assertThat(links.get(1, 2)).isZero();
        assertThat(links.get(0, 0)).isZero();
    }

    @Test
    void onlyTheStrongestLinksAreKept() throws Exception {
        var links = new Neighbors(1).fit(evidence(), workers);
        assertThat(links.get(0, 1)).isPositive();
        assertThat(links.get(0, 2)).isZero();
    }

    @Test
    void aWalkGoesOverLearnersAndIsDampedByPopularity() throws Exception {
        var links = new RandomWalk(0.5, 10).fit(evidence(), workers);
        // from a: of four learners two, each with two courses, lead to b, which two took
        assertThat(links.get(0, 1)).isCloseTo((float) (2 * 0.5 / 4 / Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void easeSolvesItsLeastSquares() throws Exception {
        double lambda = 0.7;
        var links = new Ease(lambda, 10).fit(evidence(), workers);
        // weights are optimal when moving any one of them a little up or down makes the loss higher
        double best = loss(links, lambda, -1, -1, 0);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    assertThat(loss(links, lambda, i, j, 1e-3)).isGreaterThan(best);
                    assertThat(loss(links, lambda, i, j, -1e-3)).isGreaterThan(best);
                }
            }
        }
    }

    @Test
    void sequencesGoForwardMoreThanBackAndFadeWithTheGap() throws Exception {
        var builder = new DatasetBuilder();
        for (int u = 0; u < 3; u++) {
            for (int k = 0; k < 3; k++) {
                builder.enrollment("u" + u, "c" + k, Instant.ofEpochSecond(86_400L * k));
            }
        }
        var links = new Sequences(0.8, 0.6, 10).fit(Evidence.of(builder.build().histories(), workers), workers);
        assertThat(links.get(0, 1)).isCloseTo(1, within(1e-6f));
        assertThat(links.get(0, 2)).isCloseTo(0.8f, within(1e-6f));
        assertThat(links.get(1, 0)).isCloseTo(0.6f, within(1e-6f));
    }

    @Test
    void withoutTimesThereAreNoSequences() throws Exception {
        assertThat(new Sequences(0.8, 0.6, 10).fit(evidence(), workers).isEmpty())
                .isTrue();
    }

    @Test
    void contentLinksTextsInEveryScript() throws Exception {
        var courses = List.of(
                described("a", "Linear algebra", "Matrices and vectors"),
                described("b", "Matrices for beginners", ""),
                described("c", "线性代数", "矩阵"),
                described("d", "高等代数", "矩阵论"),
                described("e", "Baking bread", "Flour"));
        var links = new Content(courses, 5).fit(workers);
        assertThat(links.get(0, 1)).isPositive();
        assertThat(links.get(2, 3)).isPositive();
        assertThat(links.get(0, 4)).isZero();
        assertThat(links.get(0, 2)).isZero();
    }

    @Test
    void textIsCutIntoWordsOrPairsOfCharacters() {
        assertThat(Words.of("Java 17, für Anfänger: 数据结构 & 入门"))
                .containsExactly("java", "17", "für", "anfänger", "数据", "据结", "结构", "入门");
    }

    private Evidence evidence() throws InterruptedException {
        return Evidence.of(data.histories(), workers);
    }

    private double loss(SparseRows links, double lambda, int movedRow, int movedColumn, double by) {
        var weights = new double[3][3];
        double loss = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                weights[i][j] = links.get(i, j) + (i == movedRow && j == movedColumn ? by : 0);
                loss += lambda * weights[i][j] * weights[i][j];
            }
        }
        for (int u = 0; u < data.learners().size(); u++) {
            var x = new double[3];
            for (int course : data.histories().of(u)) {
                x[course] = 1;
            }
            for (int j = 0; j < 3; j++) {
                double error = x[j];
                for (int i = 0; i < 3; i++) {
                    error -= x[i] * weights[i][j];
                }
                loss += error * error / data.histories().length(u);
            }
        }
        return loss;
    }

    private static Course described(String code, String title, String summary) {
        return new Course(code, title, summary, List.of(), List.of(), List.of(), "", "", "");
    }
}
