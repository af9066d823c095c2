package org.coursewise.recommender.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.coursewise.recommender.candidates.Sequences;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.training.Holdout;

/**
 * The learners of the folds with all they took and what is left of it, and how often each course was taken. As many as the
 * settings say, whatever the size of the data, so every task may have them all.
 */
final class HeldLearners implements Serializable {

    private final int courseCount;
    private final boolean timed;
    private final int[] counts;
    private final int learners;
    private final int otherLearners;
    private final Sequences sequences;
    private final List<List<int[]>> taken;
    private final List<List<int[]>> left = new ArrayList<>();
    private final List<List<int[]>> aside = new ArrayList<>();
    private final int[] otherCounts;

    /**
     * @param counts how many took each course, in all
     * @param learners how many there are in all
     * @param taken what the learners of each fold took
     */
    HeldLearners(int[] counts, int learners, boolean timed, Sequences sequences, List<List<int[]>> taken, long seed) {
        this.courseCount = counts.length;
        this.timed = timed;
        this.counts = counts;
        this.learners = learners;
        this.sequences = sequences;
        this.taken = taken;
        var random = new SplittableRandom(seed);
        this.otherCounts = counts.clone();
        int held = 0;
        for (var fold : taken) {
            var holdout = Holdout.of(fold, timed, random);
            left.add(new ArrayList<>(holdout.left()));
            aside.add(new ArrayList<>(holdout.aside()));
            held += fold.size();
            fold.forEach(history -> {
                for (int course : history) {
                    otherCounts[course]--;
                }
            });
        }
        this.otherLearners = learners - held;
    }

    int folds() {
        return taken.size();
    }

    Holdout holdout(int fold) {
        return new Holdout(left.get(fold), aside.get(fold));
    }

    /** What they took, but for what the fold sets aside; nothing is set aside of the number of folds. */
    Histories histories(int fold) {
        var all = new ArrayList<int[]>();
        for (int f = 0; f < taken.size(); f++) {
            all.addAll(f == fold ? left.get(f) : taken.get(f));
        }
        return Histories.of(courseCount, all, timed);
    }

    /** Of any fold or none. */
    int learners() {
        return learners;
    }

    boolean timed() {
        return timed;
    }

    Sequences sequences() {
        return sequences;
    }

    /** How many learners took each course, without what the fold sets aside. */
    int[] counts(int fold) {
        var those = counts.clone();
        if (fold < aside.size()) {
            for (int[] courses : aside.get(fold)) {
                for (int course : courses) {
                    those[course]--;
                }
            }
        }
        return those;
    }

    /** How many learners there are who are in no fold. */
    int otherLearners() {
        return otherLearners;
    }

    /** How many of those took the course. */
    int otherCount(int course) {
        return otherCounts[course];
    }
}
