package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learners of whose histories a part was set aside: sources see what is left, labels are what was set aside. With times the
 * newest courses are, else random ones.
 *
 * @param left what is left of each learner's history
 * @param aside what was set aside of it, ascending
 */
public record Holdout(List<int[]> left, List<int[]> aside) {

    /** With fewer courses nothing can be set aside. */
    public static final int SHORTEST = 2;

    private static final double SHARE = 0.2;

    public Holdout {
        left = List.copyOf(left);
        aside = List.copyOf(aside);
        if (left.size() != aside.size()) {
            throw new IllegalArgumentException("What is left and what was set aside are of other learners");
        }
    }

    /**
     * Sets a part of each history aside.
     *
     * @param histories of at least {@link #SHORTEST} courses each
     * @param timed whether they are in the order in which the courses were taken
     */
    public static Holdout of(List<int[]> histories, boolean timed, SplittableRandom random) {
        var left = new ArrayList<int[]>();
        var aside = new ArrayList<int[]>();
        for (var history : histories) {
            int[] taken = history.clone();
            int keep = taken.length - Math.max(1, (int) Math.round(SHARE * taken.length));
            if (!timed) {
                shuffle(taken, random);
            }
            int[] labels = Arrays.copyOfRange(taken, keep, taken.length);
            Arrays.sort(labels);
            int[] rest = Arrays.copyOf(taken, keep);
            if (!timed) {
                Arrays.sort(rest);
            }
            left.add(rest);
            aside.add(labels);
        }
        return new Holdout(left, aside);
    }

    public int learners() {
        return left.size();
    }

    /** The same, as if nobody knew in which order the courses were taken. */
    Holdout withoutTimes() {
        return new Holdout(left.stream().map(int[]::clone).peek(Arrays::sort).toList(), aside);
    }

    static void shuffle(int[] values, SplittableRandom random) {
        for (int k = values.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int value = values[k];
            values[k] = values[other];
            values[other] = value;
        }
    }
}
