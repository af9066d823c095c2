package org.coursewise.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.dataset.Dataset;
import org.coursewise.recommender.dataset.Histories;
import org.coursewise.recommender.matrix.Workers;

/** A data set in memory and its folds. */
final class FoldedDataset implements FoldedData {

    private final List<Course> courses;
    private final Histories all;
    private final List<int[]> numbers;
    private final List<Holdout> holdouts;

    private FoldedDataset(List<Course> courses, Histories all, List<int[]> numbers, List<Holdout> holdouts) {
        this.courses = courses;
        this.all = all;
        this.numbers = numbers;
        this.holdouts = holdouts;
    }

    /**
     * Divides learners into folds.
     *
     * @param mostLearners how many a fold has at most
     */
    static FoldedDataset of(Dataset data, int folds, int mostLearners, long seed) {
        var all = data.histories();
        var random = new SplittableRandom(seed);
        int[] order = new int[all.learners()];
        Arrays.setAll(order, u -> u);
        Holdout.shuffle(order, random);
        int[] usable = Arrays.stream(order)
                .filter(u -> all.length(u) >= Holdout.SHORTEST)
                .toArray();
        int size = Math.min(mostLearners, usable.length / folds);
        var numbers = new ArrayList<int[]>();
        var holdouts = new ArrayList<Holdout>();
        for (int f = 0; f < folds; f++) {
            int[] learners = Arrays.copyOfRange(usable, f * size, (f + 1) * size);
            Arrays.sort(learners);
            numbers.add(learners);
            var histories = Arrays.stream(learners).mapToObj(all::of).toList();
            holdouts.add(Holdout.of(histories, all.timed(), random));
        }
        return new FoldedDataset(data.courses(), all, numbers, holdouts);
    }

    /** The same, as if nobody knew in which order the courses were taken. */
    FoldedDataset withoutTimes() {
        var sorted = IntStream.range(0, all.learners())
                .mapToObj(all::of)
                .peek(Arrays::sort)
                .toList();
        return new FoldedDataset(
                courses,
                Histories.of(all.courseCount(), sorted, false),
                numbers,
                holdouts.stream().map(Holdout::withoutTimes).toList());
    }

    @Override
    public List<Course> courses() {
        return courses;
    }

    @Override
    public int learners() {
        return all.learners();
    }

    @Override
    public int enrollments() {
        return all.size();
    }

    @Override
    public List<Holdout> holdouts() {
        return holdouts;
    }

    /** The numbers of the learners of a fold, ascending. */
    int[] numbers(int fold) {
        return numbers.get(fold);
    }

    /** All learners' histories, without what the fold sets aside. */
    Histories left(int fold) {
        int[] learners = numbers.get(fold);
        var left = holdouts.get(fold).left();
        var starts = new int[all.learners() + 1];
        var taken = new int[all.size()];
        int size = 0;
        int next = 0;
        for (int u = 0; u < all.learners(); u++) {
            if (next < learners.length && learners[next] == u) {
                int[] rest = left.get(next++);
                System.arraycopy(rest, 0, taken, size, rest.length);
                size += rest.length;
            } else {
                System.arraycopy(all.courses(), all.start(u), taken, size, all.length(u));
                size += all.length(u);
            }
            starts[u + 1] = size;
        }
        return new Histories(all.courseCount(), starts, Arrays.copyOf(taken, size), all.timed());
    }

    @Override
    public Evidence without(int fold, Workers workers) throws InterruptedException {
        return Evidence.of(left(fold), workers);
    }

    @Override
    public Evidence everything(Workers workers) throws InterruptedException {
        return Evidence.of(all, workers);
    }
}
