package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.BoostedTrees;
import org.coursewise.recommender.ranking.LinearRanker;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.RankingRows;
import org.coursewise.recommender.weka.BoostingTrainer;
import org.coursewise.recommender.weka.LogisticTrainer;

/**
 * Trains one ranker of each kind on every fold, folds side by side. What is shipped is the mean of the folds' rankers;
 * a fold is measured by the mean of the others'.
 */
final class RankerTraining {

    /** Below this many rows trees learn by heart; boosting is then left out. */
    private static final int FEWEST_ROWS_TO_BOOST = 2_000;
    /** Above this many rows a logistic regression has nothing to win and takes long. */
    private static final int MOST_ROWS_FOR_LOGISTIC = 40_000;

    private final List<Fold> folds;
    private final Workers workers;
    private final int seed;

    RankerTraining(List<Fold> folds, Workers workers, long seed) {
        this.folds = folds;
        this.workers = workers;
        this.seed = Long.hashCode(seed);
    }

    /**
     * A kind of ranker after training.
     *
     * @param name in words
     * @param shipped the mean of all folds'
     * @param without for each fold the mean of the others'
     */
    record Trained(String name, Ranker shipped, List<Ranker> without) {}

    /** Trains; no kind at all when a fold has nothing to learn from. */
    List<Trained> train(DoubleConsumer progress) throws InterruptedException {
        int fewest = folds.stream().mapToInt(fold -> fold.rows().size()).min().orElse(0);
        int most = folds.stream().mapToInt(fold -> fold.rows().size()).max().orElse(0);
        var trained = new ArrayList<Trained>();
        if (folds.stream().anyMatch(fold -> oneSided(fold.rows()))) {
            return trained;
        }
        if (most <= MOST_ROWS_FOR_LOGISTIC) {
            var logistic = new LogisticTrainer(1e-4);
            var rankers = perFold(rows -> logistic.train(rows));
            trained.add(averaged("logistic regression", rankers, LinearRanker::mean));
        }
        if (fewest >= FEWEST_ROWS_TO_BOOST) {
            var boosting = boosting(fewest);
            var shares = new double[folds.size()];
            var tasks = new ArrayList<Callable<BoostedTrees>>();
            for (int f = 0; f < shares.length; f++) {
                int fold = f;
                tasks.add(() -> boosting.train(folds.get(fold).rows(), seed + fold, done -> {
                    synchronized (shares) {
                        shares[fold] = done;
                        double sum = 0;
                        for (double share : shares) {
                            sum += share;
                        }
                        progress.accept(sum / shares.length);
                    }
                }));
            }
            trained.add(averaged(boosting.toString(), workers.all(tasks), BoostedTrees::mean));
        }
        return trained;
    }

    private static BoostingTrainer boosting(int rows) {
        return rows < 30_000 ? new BoostingTrainer(40, 4, 50, 0.1) : new BoostingTrainer(120, 5, 100, 0.1);
    }

    private static boolean oneSided(RankingRows rows) {
        int positives = rows.positives();
        return positives < 5 || rows.size() - positives < 5;
    }

    private <T> List<T> perFold(Function<RankingRows, T> training) throws InterruptedException {
        var tasks = new ArrayList<Callable<T>>();
        folds.forEach(fold -> tasks.add(() -> training.apply(fold.rows())));
        return workers.all(tasks);
    }

    private static <T extends Ranker> Trained averaged(String name, List<T> rankers, Function<List<T>, T> mean) {
        var without = new ArrayList<Ranker>();
        Contest.leaveOneOut(rankers).forEach(others -> without.add(mean.apply(others)));
        return new Trained(name, mean.apply(rankers), without);
    }
}
