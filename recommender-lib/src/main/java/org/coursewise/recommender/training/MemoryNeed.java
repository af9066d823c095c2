package org.coursewise.recommender.training;

import java.util.Locale;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.dataset.EnrollmentCount;
import org.coursewise.recommender.dataset.UnusableDataException;

/**
 * What training in memory takes of the heap at most, about, so that whoever asks for too much hears it before anything is
 * built. It is the greater of two: collecting the enrolments, and training on them. An
 * estimate that is meant to err upwards.
 */
public record MemoryNeed(long bytes) {

    private static final long BASE = 150_000_000;
    /** An enrolment while they come: a course and a time, in arrays that double. */
    private static final long COLLECTED = 28;
    /** An enrolment in all histories, in what a fold leaves, by course, and once more while one is made of another. */
    private static final long KEPT = 16;
    /** A learner's id and mixture of topics. */
    private static final long LEARNER = 400;
    /** What is written about a course, and the words of it. */
    private static final long COURSE = 8_000;
    /** The links of all sources of a course that anybody took, in the making and made. */
    private static final long LINKS = 20_000;
    /** Three triangles. */
    private static final long PAIR = 12;

    /** Of a learner, as a rule fewer. */
    private static final long CANDIDATES = 120;
    /** A candidate of a list, with all that describes it. */
    private static final long LISTED = 270;

    private static final long MEGABYTE = 1_000_000;

    /** Of a training with default settings. */
    public static MemoryNeed of(EnrollmentCount count) {
        var settings = TrainingSettings.defaults();
        long taken = count.taken();
        boolean dense = taken <= Evidence.MOST_DENSE;
        int held = (int) Math.min(count.learners(), (long) settings.folds() * settings.learnersPerFold());
        var plan = settings.plan(held, dense ? (int) taken : 0);
        // where folds are shared, each ranker has the rows of the other folds once more
        long rows = Math.min((long) plan.mostRows() * settings.folds(), held * CANDIDATES)
                * (plan.shared() ? settings.folds() : 1);
        long listed = CANDIDATES * Math.min(held, (long) plan.lists() * settings.folds());
        long collecting = BASE + COLLECTED * count.enrollments() + LEARNER * count.learners();
        long training = BASE
                + KEPT * count.enrollments()
                + LEARNER * count.learners()
                + COURSE * count.courses()
                + LINKS * taken
                + (dense ? PAIR * taken * taken : 0)
                + TrainingSettings.BYTES_PER_ROW * rows
                + LISTED * listed;
        return new MemoryNeed(Math.max(collecting, training));
    }

    /**
     * What to allow by -Xmx, in java's megabytes. The parallel collector keeps one of two survivor spaces empty, at first a ninth of
     * the heap, which {@link Runtime#maxMemory()} does not count.
     */
    public int heapMegabytes() {
        return (int) ((bytes * 8 / 7) >> 20);
    }

    /**
     * Whether it fits.
     *
     * @param heap how large the heap may become, in bytes
     * @throws UnusableDataException saying what is needed, what there is and what to do
     */
    public static void check(EnrollmentCount count, long heap) throws UnusableDataException {
        var need = of(count);
        if (need.bytes() > heap) {
            throw new UnusableDataException(String.format(
                    Locale.ROOT,
                    "%,d enrolments of about %,d learners in %,d courses take about %,d MB of heap to train on, and there are"
                            + " %,d. Give it more, by -Xmx%dm, or train on Apache Spark: recommender-spark/README.md",
                    count.enrollments(),
                    count.learners(),
                    count.courses(),
                    need.bytes() / MEGABYTE,
                    heap / MEGABYTE,
                    need.heapMegabytes()));
        }
    }
}
