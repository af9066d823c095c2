package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.coursewise.recommender.dataset.Histories;

/**
 * Histories of which a part of some learners' courses was set aside: sources see what is left, labels are what was set
 * aside. With times the newest courses are, else random ones.
 *
 * @param left all learners, without what was set aside
 * @param learners the numbers of those from whom something was
 * @param aside what it was, one ascending array for each of these
 */
record Holdout(Histories left, List<Integer> learners, List<int[]> aside) {

    private static final double SHARE = 0.2;
    private static final int SHORTEST = 2;

    Holdout {
        learners = List.copyOf(learners);
        aside = List.copyOf(aside);
    }

    /**
     * Divides learners into folds; nobody is in two of them.
     *
     * @param mostLearners how many a fold has at most
     */
    static List<Holdout> folds(Histories all, int folds, int mostLearners, long seed) {
        var random = new SplittableRandom(seed);
        int[] order = new int[all.learners()];
        Arrays.setAll(order, u -> u);
        shuffle(order, random);
        int[] usable =
                Arrays.stream(order).filter(u -> all.length(u) >= SHORTEST).toArray();
        int size = Math.min(mostLearners, usable.length / folds);
        var holdouts = new ArrayList<Holdout>();
        for (int f = 0; f < folds; f++) {
            int[] learners = Arrays.copyOfRange(usable, f * size, (f + 1) * size);
            Arrays.sort(learners);
            holdouts.add(of(all, learners, random));
        }
        return holdouts;
    }

    /** The same, as if nobody knew in which order the courses were taken. */
    Holdout withoutTimes() {
        var starts = new int[left.learners() + 1];
        var courses = new int[left.size()];
        for (int u = 0; u < left.learners(); u++) {
            int[] taken = left.of(u);
            Arrays.sort(taken);
            System.arraycopy(taken, 0, courses, starts[u], taken.length);
            starts[u + 1] = starts[u] + taken.length;
        }
        return new Holdout(new Histories(left.courseCount(), starts, courses, false), learners, aside);
    }

    private static Holdout of(Histories all, int[] learners, SplittableRandom random) {
        var starts = new int[all.learners() + 1];
        var courses = new int[all.size()];
        var numbers = new ArrayList<Integer>();
        var aside = new ArrayList<int[]>();
        int size = 0;
        int next = 0;
        for (int u = 0; u < all.learners(); u++) {
            int[] taken = all.of(u);
            int keep = taken.length;
            if (next < learners.length && learners[next] == u) {
                next++;
                keep -= Math.max(1, (int) Math.round(SHARE * taken.length));
                if (!all.timed()) {
                    shuffle(taken, random);
                }
                int[] labels = Arrays.copyOfRange(taken, keep, taken.length);
                Arrays.sort(labels);
                numbers.add(u);
                aside.add(labels);
                if (!all.timed()) {
                    Arrays.sort(taken, 0, keep);
                }
            }
            System.arraycopy(taken, 0, courses, size, keep);
            size += keep;
            starts[u + 1] = size;
        }
        var left = new Histories(all.courseCount(), starts, Arrays.copyOf(courses, size), all.timed());
        return new Holdout(left, numbers, aside);
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int k = values.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int value = values[k];
            values[k] = values[other];
            values[other] = value;
        }
    }
}
