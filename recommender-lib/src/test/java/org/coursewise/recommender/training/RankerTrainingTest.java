package org.coursewise.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.coursewise.recommender.GeneratedData;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RankerTrainingTest {

    private final Workers workers = new Workers(2);
    private final Dataset data = GeneratedData.of(800, 60, true, 1).build();

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void withManyLearnersOneRankerLearnsFromThoseWithoutAList() throws Exception {
        var folds = folds(new Fold.Plan(2, 100, false, 1_000_000));
        assertThat(folds.get(0).lists().size()).isEqualTo(100);
        assertThat(folds.get(1).rows())
                .as("all rows are in one place")
                .isSameAs(folds.get(0).rows());
        for (var trained : new RankerTraining(folds, false, Features.all(), workers, 1).train(done -> {})) {
            assertThat(trained.without()).hasSize(2).allMatch(ranker -> ranker == trained.shipped());
            assertThat(ndcg(folds, trained)).isGreaterThan(popularity(folds));
        }
    }

    @Test
    void withFewLearnersEachFoldIsMeasuredByARankerOfTheOthers() throws Exception {
        var folds = folds(new Fold.Plan(2, 2_000, true, 1_000_000));
        var all = new RankerTraining(folds, true, Features.all(), workers, 1).train(done -> {});
        assertThat(all).hasSize(3);
        for (var trained : all) {
            assertThat(trained.without()).hasSize(2).doesNotHaveDuplicates().doesNotContain(trained.shipped());
            assertThat(ndcg(folds, trained)).isGreaterThan(popularity(folds));
        }
    }

    @Test
    void noMoreRowsAreKeptThanAsked() throws Exception {
        var folds = folds(new Fold.Plan(2, 100, false, 5_000));
        assertThat(folds.get(0).rows().size()).isBetween(5_000, 12_000);
    }

    @Test
    void sharedFoldsKeepAllThatWasTakenAndAPartOfTheOthers() throws Exception {
        for (var fold : folds(new Fold.Plan(2, 2_000, true, 1_000_000))) {
            long others = fold.lists().candidates() - fold.lists().taken();
            assertThat(others).as("all of them").isGreaterThan(30 * fold.lists().taken());
            assertThat(fold.rows().positives()).isEqualTo((int) fold.lists().taken());
            assertThat(fold.rows().size())
                    .isBetween(10 * fold.rows().positives(), 22 * fold.rows().positives());
        }
    }

    @Test
    void treesThatBringNothingAreNotAwaited() throws Exception {
        var folds = folds(new Fold.Plan(2, 50, true, 1_000_000));
        var curve = new TreeCurve(folds);
        int steps = 0;
        while (!curve.isOver()) {
            steps++;
            var trees = sayingNothing(steps * TreeCurve.STEP);
            curve.add(List.of(trees, trees), workers);
        }
        assertThat(steps).isBetween(5, 10);
        assertThat(curve.enough()).isEqualTo(TreeCurve.STEP);
    }

    @Test
    void theAblationShowsThatTheOrderHelpsWhereCoursesFollowEachOther() throws Exception {
        var settings = new TrainingSettings(1, 2, 2, 16_000, 1_000_000);
        var stages = new Ablation(settings, TrainingListener.NONE)
                .measure(GeneratedData.ring(600, 60, 2).build());
        assertThat(stages).containsKeys("popularity", "neighbors", "ease", "sequences", "ranker, + topics");
        var unordered = stages.get("ranker, + topics without times");
        assertThat(unordered).isNotNull();
        assertThat(stages.get("ranker, + topics").ndcg()).isGreaterThan(unordered.ndcg() + 0.1);
    }

    @Test
    void whatIsKnownWithoutSourcesSaysNothingOfThem() {
        var few = Features.of(Set.of(), false);
        assertThat(few).hasSizeBetween(8, 20);
        var withEase = Features.of(Set.of(Source.EASE), false);
        assertThat(withEase.length).isGreaterThan(few.length + 10);
    }

    private static BoostedTrees sayingNothing(int count) {
        return new BoostedTrees(0, 1, new int[count], new float[count], new double[2 * count]);
    }

    private double ndcg(List<Fold> folds, RankerTraining.Trained trained) {
        return contest(folds).ofRankers(trained.without()).figures().ndcg();
    }

    private double popularity(List<Fold> folds) {
        var order = Contest.sourceOrders().get("popularity");
        assertThat(order).isNotNull();
        return contest(folds).ofSource(order).figures().ndcg();
    }

    private Contest contest(List<Fold> folds) {
        return new Contest(folds, data.courses().size(), 1);
    }

    private List<Fold> folds(Fold.Plan plan) throws Exception {
        var fitter = new SourceFitter(data.courses(), workers);
        var folded = FoldedDataset.of(data, 2, 16_000, 1);
        var choice = new SourceChoice(1, 0.4, 0.8);
        var first = fold(folded, 0, fitter, choice, plan, null);
        return List.of(first, fold(folded, 1, fitter, choice, plan, first));
    }

    private Fold fold(
            FoldedData folded,
            int fold,
            SourceFitter fitter,
            SourceChoice choice,
            Fold.Plan plan,
            @Nullable Fold before)
            throws Exception {
        var sources = fitter.fit(folded.without(fold, workers), choice);
        return Fold.of(folded.holdouts().get(fold), sources, before == null ? null : before.rows(), plan, 1, workers);
    }
}
