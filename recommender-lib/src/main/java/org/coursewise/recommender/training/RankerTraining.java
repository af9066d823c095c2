package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.coursewise.recommender.boosting.BinnedRows;
import org.coursewise.recommender.boosting.Boosting;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.ranking.LinearRanker;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.RankingRows;
import org.coursewise.recommender.weka.BoostingTrainer;
import org.coursewise.recommender.weka.LogisticTrainer;

/**
 * Trains rankers of each kind that suits the number of rows. With many learners one ranker learns from all folds, but not
 * from those learners that have a list. With few, everybody must do both: for each fold a ranker learns from the other
 * folds and is measured by this one, and the mean of all is shipped.
 */
final class RankerTraining {

    /** Below this many rows trees learn by heart; boosting is then left out. */
    private static final int FEWEST_ROWS_TO_BOOST = 2_000;

    private static final int FEW_ROWS = 100_000;
    private static final int MANY_ROWS = 1_000_000;
    private static final int ROWS_PER_TREE = 700_000;

    private final List<Fold> folds;
    private final boolean shared;
    private final int[] features;
    private final Workers workers;
    private final int seed;

    /**
     * @param shared whether learners with a list train, too
     * @param features those that may be used
     */
    RankerTraining(List<Fold> folds, boolean shared, int[] features, Workers workers, long seed) {
        this.folds = folds;
        this.shared = shared;
        this.features = features;
        this.workers = workers;
        this.seed = Long.hashCode(seed);
    }

    /**
     * A kind of ranker after training.
     *
     * @param name in words
     * @param shipped the one that serves
     * @param without for each fold one that did not learn from its lists
     */
    record Trained(String name, Ranker shipped, List<Ranker> without) {}

    /** Trains; no kind at all when there is nothing to learn from. */
    List<Trained> train(DoubleConsumer progress) throws InterruptedException {
        var trained = new ArrayList<Trained>();
        var some = splits(Fold::some, RankerTraining::joined);
        if (some.stream().allMatch(rows -> twoSided(rows.positives(), rows.size()))) {
            var logistic = new LogisticTrainer(1e-4);
            var tasks = new ArrayList<Callable<LinearRanker>>();
            some.forEach(rows -> tasks.add(() -> logistic.train(rows)));
            trained.add(of("logistic regression", workers.all(tasks), LinearRanker::mean));
        }
        trained.addAll(boosted(progress));
        return trained;
    }

    /** Trains boosted trees alone, of each size that suits; none when there are too few rows. */
    List<Trained> boosted(DoubleConsumer progress) throws InterruptedException {
        var trained = new ArrayList<Trained>();
        var binned = shared
                ? splits(Fold::rows, RankerTraining::joinedBins)
                : List.of(folds.get(0).rows());
        int fewest = binned.stream().mapToInt(BinnedRows::size).min().orElse(0);
        if (fewest < FEWEST_ROWS_TO_BOOST
                || !binned.stream().allMatch(rows -> twoSided(rows.positives(), rows.size()))) {
            return trained;
        }
        var settings = settings(fewest);
        for (int k = 0; k < settings.size(); k++) {
            int before = k;
            trained.add(boosted(settings.get(k), binned, done -> progress.accept((before + done) / settings.size())));
        }
        return trained;
    }

    private static List<Boosting> settings(int rows) {
        var small = new Boosting(80, 3, 5, 0.1, ROWS_PER_TREE, 0.6);
        var medium = new Boosting(160, 4, 20, 0.08, ROWS_PER_TREE, 0.5);
        var large = new Boosting(400, 6, 50, 0.08, ROWS_PER_TREE, 0.4);
        if (rows < FEW_ROWS) {
            return List.of(small, medium);
        }
        return rows < MANY_ROWS ? List.of(medium, large) : List.of(large);
    }

    private Trained boosted(Boosting boosting, List<BinnedRows> splits, DoubleConsumer progress)
            throws InterruptedException {
        var curve = new TreeCurve(folds);
        var trainers = new ArrayList<BoostingTrainer>();
        for (int s = 0; s < splits.size(); s++) {
            trainers.add(new BoostingTrainer(boosting, splits.get(s), features, seed + s));
        }
        // one ranker of many rows goes to the end: its curve hardly falls
        for (int trees = 0; trees < boosting.trees() && !(shared && curve.isOver()); trees += TreeCurve.STEP) {
            grow(trainers);
            var rankers = trainers.stream().map(BoostingTrainer::trees).toList();
            curve.add(shared ? rankers : Collections.nCopies(folds.size(), rankers.get(0)), workers);
            progress.accept((double) (trees + TreeCurve.STEP) / boosting.trees());
        }
        int enough = curve.enough();
        var rankers =
                trainers.stream().map(trainer -> trainer.trees().first(enough)).toList();
        return of(boosting.withTrees(enough).toString(), rankers, BoostedTrees::mean);
    }

    /** One ranker is grown by all threads, of several each by one: trees of few rows are not worth sharing. */
    private void grow(List<BoostingTrainer> trainers) throws InterruptedException {
        if (trainers.size() == 1) {
            trainers.get(0).grow(TreeCurve.STEP, workers);
            return;
        }
        try (var alone = new Workers(1)) {
            var tasks = new ArrayList<Callable<BoostingTrainer>>();
            for (var trainer : trainers) {
                tasks.add(() -> {
                    trainer.grow(TreeCurve.STEP, alone);
                    return trainer;
                });
            }
            workers.all(tasks);
        }
    }

    private static boolean twoSided(int positives, int size) {
        return positives >= 5 && size - positives >= 5;
    }

    private <T> List<T> splits(Function<Fold, T> part, Function<List<T>, T> join) {
        var parts = folds.stream().map(part).toList();
        if (!shared) {
            return List.of(join.apply(parts));
        }
        return Contest.leaveOneOut(parts).stream().map(join).toList();
    }

    private static RankingRows joined(List<RankingRows> parts) {
        var all = new RankingRows(parts.get(0).width());
        parts.forEach(all::addAll);
        return all;
    }

    private static BinnedRows joinedBins(List<BinnedRows> parts) {
        var all = new BinnedRows(parts.get(0).edges());
        all.reserve(parts.stream().mapToInt(BinnedRows::size).sum());
        parts.forEach(all::addAll);
        return all;
    }

    private <T extends Ranker> Trained of(String name, List<T> rankers, Function<List<T>, T> mean) {
        if (!shared) {
            return new Trained(name, rankers.get(0), Collections.nCopies(folds.size(), rankers.get(0)));
        }
        return new Trained(name, mean.apply(rankers), List.copyOf(rankers));
    }
}
