package org.coursewise.recommender.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.recommender.KnownCourse;
import org.coursewise.recommender.ModelFacts;
import org.coursewise.recommender.Recommender;
import org.coursewise.recommender.candidates.RowSource;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.UnusableDataException;
import org.coursewise.recommender.evaluation.Bootstrap.Interval;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.ranking.Ranker;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.FittedSources;
import org.jspecify.annotations.Nullable;

/**
 * Trains a recommender. Courses of some learners are set aside, a fold at a time; sources are fitted to what is left,
 * the ranker learns from what was set aside, and in the end sources are fitted to everything. The ranker is shipped
 * only when it is surely better than the best source on learners it was not trained on.
 *
 * <p>The same data, seed and settings give the same model. Interrupting the thread cancels.
 */
public final class Trainer {

    private static final int FEWEST_LEARNERS_TO_RANK = 20;

    private final TrainingSettings settings;
    private final TrainingListener listener;

    public Trainer(TrainingSettings settings, TrainingListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Trains on everything.
     *
     * @throws UnusableDataException when there is nothing to learn from
     * @throws InterruptedException when the thread is interrupted
     */
    public Recommender train(Dataset data) throws UnusableDataException, InterruptedException {
        return train(FoldedDataset.of(data, settings.folds(), settings.learnersPerFold(), settings.seed()));
    }

    /**
     * Trains on what is counted elsewhere.
     *
     * @throws UnusableDataException when there is nothing to learn from
     * @throws InterruptedException when the thread is interrupted
     */
    public Recommender train(FoldedData data) throws UnusableDataException, InterruptedException {
        if (data.enrollments() == 0) {
            throw new UnusableDataException("There is no enrolment to learn from");
        }
        try (var workers = new Workers(settings.threads())) {
            var fitter = new SourceFitter(data.courses(), workers);
            var folds = new Folding(settings, listener, fitter, workers).of(data);
            var verdict = judge(folds, data, workers);
            listener.progress("sources", 0);
            var sources = fitter.fit(data.everything(workers), folds.choice());
            listener.progress("sources", 1);
            return assemble(data, sources, verdict);
        }
    }

    /** The sources that training asks evidence for row by row, in all settings that it tries. */
    public static List<RowSource> rowSources(boolean timed) {
        return SourceFitter.rowSources(timed);
    }

    private Verdict judge(Folding.Folds folds, FoldedData data, Workers workers) throws InterruptedException {
        var contest = new Contest(folds.folds(), data.courses().size(), settings.seed());
        Map<String, Contest.Result> results = new LinkedHashMap<>();
        var orders = Contest.sourceOrders();
        orders.forEach((name, order) -> results.put(name, contest.ofSource(order)));
        var bestSource = best(results);
        var source = require(results, bestSource);
        listener.progress("ranker", 0);
        List<RankerTraining.Trained> trained = data.learners() < FEWEST_LEARNERS_TO_RANK
                ? List.of()
                : new RankerTraining(folds.folds(), folds.shared(), Features.all(), workers, settings.seed())
                        .train(done -> listener.progress("ranker", done));
        listener.progress("validation", 0);
        var verdict = new Verdict(
                bestSource, require(orders, bestSource), "order of " + bestSource, false, source, source, null);
        for (var ranker : trained) {
            var result = contest.ofRankers(ranker.without());
            var gain = contest.gain(result, source);
            if (verdict.gain == null || gain.mean() > verdict.gain.mean()) {
                verdict = gain.sure()
                        ? new Verdict(bestSource, ranker.shipped(), ranker.name(), true, result, source, gain)
                        : verdict.withGain(gain);
            }
        }
        listener.progress("validation", 1);
        return verdict;
    }

    private static String best(Map<String, Contest.Result> results) {
        return results.entrySet().stream()
                .max(Map.Entry.comparingByValue(
                        (a, b) -> Double.compare(a.figures().ndcg(), b.figures().ndcg())))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static <T> T require(Map<String, T> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing is known of " + key);
        }
        return value;
    }

    private Recommender assemble(FoldedData data, FittedSources sources, Verdict verdict) {
        var courses = data.courses().stream()
                .map(course -> new KnownCourse(course.code(), course.title(), course.categories(), course.level()))
                .toList();
        var gain = verdict.gain == null ? new Contest.Gain(0, new Interval(0, 0)) : verdict.gain;
        var facts = new ModelFacts(
                settings.seed(),
                data.learners(),
                data.courses().size(),
                data.enrollments(),
                verdict.order,
                verdict.ranked,
                verdict.bestSource,
                verdict.shipped.figures(),
                verdict.source.figures(),
                gain.mean(),
                gain.interval());
        return new Recommender(courses, sources, verdict.ranker, facts);
    }

    private record Verdict(
            String bestSource,
            Ranker ranker,
            String order,
            boolean ranked,
            Contest.Result shipped,
            Contest.Result source,
            Contest.@Nullable Gain gain) {

        Verdict withGain(Contest.Gain tried) {
            return new Verdict(bestSource, ranker, order, ranked, shipped, source, tried);
        }
    }
}
