package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.evaluation.Figures;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.scoring.Features;
import org.coursewise.recommender.scoring.Source;

/**
 * What each stage brings: the sources' own orders, then rankers that know of one source after the other, all measured on
 * the same learners' courses that were set aside. Where times are known, everything once more as if they were not.
 */
public final class Ablation {

    private final TrainingSettings settings;
    private final TrainingListener listener;

    public Ablation(TrainingSettings settings, TrainingListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** Figures by the name of the stage, in order. */
    public Map<String, Figures> measure(Dataset data) throws InterruptedException {
        var folded = FoldedDataset.of(data, settings.folds(), settings.learnersPerFold(), settings.seed());
        Map<String, Figures> figures = new LinkedHashMap<>();
        try (var workers = new Workers(settings.threads())) {
            if (data.histories().timed()) {
                var all = List.<Set<Source>>of(EnumSet.allOf(Source.class));
                stages(" without times", folded.withoutTimes(), all, workers, figures);
            }
            stages("", folded, growing(data.histories().timed()), workers, figures);
        }
        return figures;
    }

    /** One source more at a time. */
    private static List<Set<Source>> growing(boolean timed) {
        var stages = new ArrayList<Set<Source>>();
        var sources = EnumSet.noneOf(Source.class);
        stages.add(EnumSet.copyOf(sources));
        for (var source : new Source[] {Source.NEIGHBORS, Source.WALK, Source.EASE, Source.SEQUENCES, Source.CONTENT}) {
            if (timed || source != Source.SEQUENCES) {
                sources.add(source);
                stages.add(EnumSet.copyOf(sources));
            }
        }
        stages.add(EnumSet.allOf(Source.class));
        return stages;
    }

    private void stages(
            String suffix, FoldedData data, List<Set<Source>> stages, Workers workers, Map<String, Figures> figures)
            throws InterruptedException {
        var fitter = new SourceFitter(data.courses(), workers);
        var folds = new Folding(settings, listener, fitter, workers).of(data);
        var contest = new Contest(folds.folds(), data.courses().size(), settings.seed());
        for (var order : Contest.sourceOrders().entrySet()) {
            var result = contest.ofSource(order.getValue()).figures();
            if (result.ndcg() > 0) {
                figures.put(order.getKey() + suffix, result);
            }
        }
        for (int k = 0; k < stages.size(); k++) {
            boolean whole = k + 1 == stages.size();
            var training = new RankerTraining(
                    folds.folds(),
                    folds.shared(),
                    whole ? Features.all() : Features.of(stages.get(k), false),
                    workers,
                    settings.seed());
            double share = (double) k / stages.size();
            var name = whole ? "ranker, + topics" : k == 0 ? "ranker, no source" : "ranker, + " + added(stages, k);
            for (var trained : training.boosted(done -> listener.progress("ablation", share))) {
                var result = contest.ofRankers(trained.without()).figures();
                figures.merge(name + suffix, result, (a, b) -> a.ndcg() < b.ndcg() ? b : a);
            }
        }
    }

    private static String added(List<Set<Source>> stages, int k) {
        var added = EnumSet.copyOf(stages.get(k));
        added.removeAll(stages.get(k - 1));
        return added.iterator().next().name().toLowerCase(Locale.ROOT);
    }
}
