package org.coursewise.recommender.training;

/** Hears how far training has come; called by one thread at a time. */
@FunctionalInterface
public interface TrainingListener {

    /** Nobody listens. */
    TrainingListener NONE = (stage, done) -> {};

    /**
     * Something is done.
     *
     * @param stage one of {@code evidence}, {@code tuning}, {@code folds}, {@code ranker}, {@code validation},
     *     {@code sources}
     * @param done the share of the stage that is done, from 0 to 1
     */
    void progress(String stage, double done);
}
