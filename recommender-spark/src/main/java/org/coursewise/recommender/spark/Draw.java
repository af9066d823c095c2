package org.coursewise.recommender.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.coursewise.recommender.training.Holdout;
import org.coursewise.recommender.training.TrainingSettings;

/** Which learners are in folds, and of which others whole histories are wanted: those with the lowest lots. */
final class Draw {

    private final int learners;
    private final Limit limit;
    private final List<List<int[]>> folds;
    private final List<int[]> others;

    private Draw(int learners, Limit limit, List<List<int[]>> folds, List<int[]> others) {
        this.learners = learners;
        this.limit = limit;
        this.folds = folds;
        this.others = others;
    }

    /** The last learner of the folds. */
    private record Limit(long lot, String learner) implements Serializable {

        boolean holds(LearnerHistory history) {
            return history.courses().length >= Holdout.SHORTEST
                    && (history.lot() < lot
                            || (history.lot() == lot && history.learner().compareTo(learner) <= 0));
        }
    }

    /** @param sampleEnrollments how many the histories of folds and others have together at most, but for those of folds */
    static Draw of(JavaRDD<LearnerHistory> histories, TrainingSettings settings, int sampleEnrollments) {
        var lots = histories
                .mapPartitions(part -> {
                    var counted = new Lots(Holdout.SHORTEST);
                    part.forEachRemaining(counted::count);
                    return List.of(counted).iterator();
                })
                .reduce(Lots::and);
        int size = (int) Math.min(settings.learnersPerFold(), lots.usable() / settings.folds());
        int wanted = size * settings.folds();
        long limitOfFolds = lots.limitOfLearners(wanted);
        long limitOfSample = lots.limitOfEnrollments(sampleEnrollments);
        long most = Math.max(limitOfFolds, limitOfSample);
        var drawn = new ArrayList<>(
                histories.filter(history -> history.lot() < most).collect());
        drawn.sort(Lots.ORDER);
        var folds = new ArrayList<List<int[]>>();
        var others = new ArrayList<int[]>();
        var limit = new Limit(-1, "");
        int held = 0;
        for (var history : drawn) {
            if (held < wanted && history.courses().length >= Holdout.SHORTEST) {
                if (held % size == 0) {
                    folds.add(new ArrayList<>());
                }
                folds.get(held++ / size).add(history.courses());
                limit = new Limit(history.lot(), history.learner());
            } else if (history.lot() < limitOfSample) {
                others.add(history.courses());
            }
        }
        while (folds.size() < settings.folds()) {
            folds.add(new ArrayList<>());
        }
        return new Draw(Math.toIntExact(lots.learners()), limit, folds, others);
    }

    int learners() {
        return learners;
    }

    /** What the learners of each fold took. */
    List<List<int[]>> folds() {
        return folds;
    }

    /** What some of those took who are in no fold. */
    List<int[]> others() {
        return others;
    }

    /** Those who are in no fold. */
    JavaRDD<LearnerHistory> others(JavaRDD<LearnerHistory> histories) {
        var last = limit;
        return histories.filter(history -> !last.holds(history));
    }
}
