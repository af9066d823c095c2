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

    public TrainingSettings {
        if (threads < 1 || folds < 2 || learnersPerFold < 1 || rowsPerFold < 1) {
            throw new IllegalArgumentException("There must be a thread, two folds, a learner and a row");
        }
    }

    public static TrainingSettings defaults() {
        return new TrainingSettings(1, 2, 4, 16_000, 240_000);
    }

    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(newSeed, threads, folds, learnersPerFold, rowsPerFold);
    }
}
