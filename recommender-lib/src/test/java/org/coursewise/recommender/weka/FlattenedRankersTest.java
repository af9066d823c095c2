package org.coursewise.recommender.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.coursewise.recommender.boosting.Boosting;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.RankingRows;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.meta.LogitBoost;
import weka.classifiers.trees.REPTree;

class FlattenedRankersTest {

    private static final int WIDTH = 6;

    @Test
    void flattenedTreesAnswerAsWekaDoes() throws Exception {
        var boost = new HistogramLogitBoost(new Boosting(25, 4, 20, 0.15, 100_000, 0.8), 1);
        boost.buildClassifier(WekaTables.of(rows(3_000, 1)));
        assertSameOdds(boost, boost.flatten(), rows(500, 2));
    }

    @Test
    void theMeanOfTreesIsTheMeanOfTheirScores() throws Exception {
        var one = trees(rows(1_000, 3), new Boosting(5, 3, 20, 0.15, 100_000, 1));
        var other = trees(rows(1_000, 4), new Boosting(7, 3, 20, 0.15, 100_000, 1));
        var mean = BoostedTrees.mean(List.of(one, other));
        var rows = rows(200, 5);
        for (int r = 0; r < rows.size(); r++) {
            assertThat(score(mean, rows, r))
                    .isCloseTo((score(one, rows, r) + score(other, rows, r)) / 2, within(1e-12));
        }
    }

    @Test
    void aFlattenedRegressionAnswersAsWekaDoesAlsoWithAFeatureThatNeverChanges() throws Exception {
        var rows = rows(1_000, 6);
        int[] changing = LogisticTrainer.changing(rows);
        assertThat(changing).containsExactly(0, 1, 2, 3, 4);
        var logistic = new LogisticTrainer(1e-4).fit(rows, changing);
        var flat = LogisticTrainer.flatten(logistic, changing, WIDTH);
        var fresh = rows(300, 7);
        var table = WekaTables.of(fresh, changing);
        for (int r = 0; r < fresh.size(); r++) {
            double chance = logistic.distributionForInstance(table.instance(r))[WekaTables.TAKEN];
            assertThat(1 / (1 + Math.exp(-score(flat, fresh, r)))).isCloseTo(chance, within(1e-9));
        }
    }

    @Test
    void treesOverHistogramsErrNoMoreThanWekasOwn() throws Exception {
        var rows = rows(5_000, 8);
        var binned = new HistogramLogitBoost(new Boosting(30, 4, 12, 0.1, 100_000, 1), 1);
        binned.buildClassifier(WekaTables.of(rows));
        var tree = new REPTree();
        tree.setNoPruning(true);
        tree.setMaxDepth(4);
        tree.setMinNum(50);
        var sorted = new LogitBoost();
        sorted.setClassifier(tree);
        sorted.setNumIterations(30);
        sorted.setShrinkage(0.1);
        sorted.buildClassifier(WekaTables.of(rows));
        var fresh = rows(2_000, 9);
        assertThat(logLoss(binned, fresh)).isLessThan(logLoss(sorted, fresh) + 0.01);
        assertThat(logLoss(binned, fresh)).isLessThan(0.6);
    }

    private static BoostedTrees trees(RankingRows rows, Boosting boosting) throws Exception {
        var boost = new HistogramLogitBoost(boosting, 1);
        boost.buildClassifier(WekaTables.of(rows));
        return boost.flatten();
    }

    private static void assertSameOdds(Classifier weka, Ranker flat, RankingRows rows) throws Exception {
        var table = WekaTables.of(rows);
        for (int r = 0; r < rows.size(); r++) {
            double chance = weka.distributionForInstance(table.instance(r))[WekaTables.TAKEN];
            assertThat(1 / (1 + Math.exp(-score(flat, rows, r)))).isCloseTo(chance, within(1e-9));
        }
    }

    private static double logLoss(Classifier weka, RankingRows rows) throws Exception {
        var table = WekaTables.of(rows);
        double sum = 0;
        for (int r = 0; r < rows.size(); r++) {
            sum -= Math.log(weka.distributionForInstance(table.instance(r))[rows.label(r) ? 1 : 0]);
        }
        return sum / rows.size();
    }

    private static double score(Ranker ranker, RankingRows rows, int row) {
        var features = new float[WIDTH];
        for (int f = 0; f < WIDTH; f++) {
            features[f] = rows.feature(row, f);
        }
        var score = new double[1];
        ranker.score(features, WIDTH, 1, score);
        return score[0];
    }

    /** Taken is more likely the higher x0, and where x1 and x2 are on the same side; x5 never changes. */
    private static RankingRows rows(int count, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new RankingRows(WIDTH);
        for (int r = 0; r < count; r++) {
            var x = new float[WIDTH];
            for (int f = 0; f < WIDTH - 1; f++) {
                x[f] = (float) random.nextDouble();
            }
            double chance = 0.6 * x[0] + ((x[1] > 0.5) == (x[2] > 0.5) ? 0.4 : 0);
            rows.add(x, 0, random.nextDouble() < chance, 1);
        }
        return rows;
    }
}
