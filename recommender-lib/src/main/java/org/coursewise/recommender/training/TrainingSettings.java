package org.coursewise.recommender.training;

/**
 * How to train; the defaults need no tuning by hand.
 *
 * @param seed the same data and seed give the same model
 * @param threads how many threads share the work
 * @param folds how many times courses are set aside, each time of other learners
 * @param learnersPerFold how many learners a fold has at most
 * @param rowsPerFold how many candidates a fold's ranker is trained on at most, about
 */
public record TrainingSettings(long seed, int threads, int folds, int learnersPerFold, int rowsPerFold) {

    /** From here on there are enough to train on some and measure on others. */
    private static final int MANY_LEARNERS = 12_000;

    /** What matrices and rows may take together of a heap of 1.7 GB. */
    private static final long MEMORY = 1_350_000_000;

    static final int BYTES_PER_ROW = 80;
    private static final int FEWEST_ROWS = 100_000;
    private static final int LISTS_OF_FEW = 2_000;
    private static final int LISTS_OF_MANY = 1_500;

    public TrainingSettings {
        if (threads < 1 || folds < 2 || learnersPerFold < 1 || rowsPerFold < 1) {
            throw new IllegalArgumentException("There must be a thread, two folds, a learner and a row");
        }
    }

    public static TrainingSettings defaults() {
        return new TrainingSettings(1, 2, 4, 16_000, 1_500_000);
    }

    /**
     * What is asked of the folds.
     *
     * @param learners of all folds together
     * @param courses of the matrices that are kept meanwhile, 0 when none is
     */
    Fold.Plan plan(int learners, int courses) {
        boolean shared = learners < MANY_LEARNERS;
        // three triangles of eight bytes a number; the rows get what they leave
        long left = MEMORY - 12L * courses * courses;
        int affordable = (int) Math.max(FEWEST_ROWS, left / BYTES_PER_ROW / folds);
        return new Fold.Plan(folds, shared ? LISTS_OF_FEW : LISTS_OF_MANY, shared, Math.min(rowsPerFold, affordable));
    }

    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(newSeed, threads, folds, learnersPerFold, rowsPerFold);
    }
}
