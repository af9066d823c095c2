package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.List;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.matrix.Workers;
import org.coursewise.recommender.scoring.FittedSources;

/** Makes folds: chooses what sources leave open on the first, then fits them to what each has left. */
final class Folding {

    private static final System.Logger LOG = System.getLogger(Folding.class.getName());

    private final TrainingSettings settings;
    private final TrainingListener listener;
    private final SourceFitter fitter;
    private final Workers workers;

    Folding(TrainingSettings settings, TrainingListener listener, SourceFitter fitter, Workers workers) {
        this.settings = settings;
        this.listener = listener;
        this.fitter = fitter;
        this.workers = workers;
    }

    /**
     * All folds.
     *
     * @param choice what was chosen for the sources
     * @param shared whether learners with a list train, too
     */
    record Folds(List<Fold> folds, SourceChoice choice, boolean shared) {}

    Folds of(FoldedData data) throws InterruptedException {
        listener.progress("tuning", 0);
        var holdouts = data.holdouts();
        var first = first(data);
        listener.progress("tuning", 1);
        int learners = holdouts.stream().mapToInt(Holdout::learners).sum();
        var plan = settings.plan(learners, first.denseCourses());
        var folds = new ArrayList<Fold>();
        for (int f = 0; f < holdouts.size(); f++) {
            listener.progress("folds", (double) f / holdouts.size());
            var sources = f == 0 ? first.sources() : fitter.fit(data.without(f, workers), first.choice());
            var before = f == 0 ? null : folds.get(0).rows();
            folds.add(Fold.of(holdouts.get(f), sources, before, plan, settings.seed() + f, workers));
        }
        listener.progress("folds", 1);
        return new Folds(folds, first.choice(), plan.shared());
    }

    /**
     * What comes of the first fold's evidence, which is not kept: it is as large as any other's.
     *
     * @param denseCourses how many courses its matrices have, 0 when they are not kept as a whole
     */
    private record First(SourceChoice choice, FittedSources sources, int denseCourses) {}

    private First first(FoldedData data) throws InterruptedException {
        var evidence = data.without(0, workers);
        if (!evidence.isDense()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} courses are more than {1}: SLIM on nearest neighbours stands in for EASE",
                    evidence.taken(),
                    Evidence.MOST_DENSE);
        }
        var choice = new SourceTuning(data.holdouts().get(0), evidence, listener, workers).choose();
        return new First(choice, fitter.fit(evidence, choice), evidence.isDense() ? evidence.taken() : 0);
    }
}
