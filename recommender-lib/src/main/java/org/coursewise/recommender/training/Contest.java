package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.coursewise.recommender.evaluation.Bootstrap;
import org.coursewise.recommender.evaluation.Figures;
import org.coursewise.recommender.evaluation.ListScores;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.ranking.SourceOrder;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.Source;

/** Measures orders on learners they were not trained on, and says which one is to be shipped. */
final class Contest {

    private final List<Fold> folds;
    private final int courses;
    private final long seed;

    Contest(List<Fold> folds, int courses, long seed) {
        this.folds = folds;
        this.courses = courses;
        this.seed = seed;
    }

    /** The sources' own orders and popularity by name. */
    static Map<String, SourceOrder> sourceOrders() {
        var orders = new LinkedHashMap<String, SourceOrder>();
        for (var source : Source.values()) {
            orders.put(source.name().toLowerCase(Locale.ROOT), new SourceOrder(Features.rawScore(source)));
        }
        orders.put("popularity", new SourceOrder(Features.popularity()));
        return orders;
    }

    /** What is measured for one order. */
    static final class Result {

        private final Figures figures;
        private final double[] ndcg;

        private Result(Figures figures, double[] ndcg) {
            this.figures = figures;
            this.ndcg = ndcg;
        }

        Figures figures() {
            return figures;
        }
    }

    Result ofSource(SourceOrder order) {
        return measure(fold -> order);
    }

    /**
     * Measures trained rankers.
     *
     * @param without for each fold the ranker that was trained on the others
     */
    Result ofRankers(List<? extends Ranker> without) {
        return measure(without::get);
    }

    /** The mean and interval of the difference between two, learner by learner. */
    Gain gain(Result of, Result over) {
        var difference = new double[of.ndcg.length];
        double sum = 0;
        for (int k = 0; k < difference.length; k++) {
            difference[k] = of.ndcg[k] - over.ndcg[k];
            sum += difference[k];
        }
        return new Gain(sum / Math.max(1, difference.length), Bootstrap.interval(difference, seed));
    }

    record Gain(double mean, Bootstrap.Interval interval) {
        boolean sure() {
            return interval.low() > 0;
        }
    }

    private Result measure(IntFunction<Ranker> ofFold) {
        int learners = folds.stream().mapToInt(fold -> fold.lists().size()).sum();
        var scores = new ListScores(learners);
        for (int f = 0; f < folds.size(); f++) {
            folds.get(f).lists().measure(ofFold.apply(f), scores);
        }
        return new Result(scores.figures(courses, seed), scores.ndcg());
    }

    /** For each position all values but the one at it. */
    static <T> List<List<T>> leaveOneOut(List<T> values) {
        var all = new ArrayList<List<T>>();
        for (int k = 0; k < values.size(); k++) {
            var others = new ArrayList<>(values);
            others.remove(k);
            all.add(others);
        }
        return all;
    }
}
