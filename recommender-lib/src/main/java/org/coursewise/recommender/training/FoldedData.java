package org.coursewise.recommender.training;

import java.util.List;
import org.coursewise.recommender.candidates.Evidence;
import org.coursewise.recommender.dataset.Course;
import org.coursewise.recommender.matrix.Workers;

/**
 * What training learns from, wherever it is kept and counted: in memory, or on a cluster. Of some learners, a fold at a
 * time, a part is set aside; nobody is in two folds.
 */
public interface FoldedData {

    /** By number, from the most taken to the least. */
    List<Course> courses();

    /** How many there are, also those of no fold. */
    int learners();

    /** How many, without duplicates. */
    int enrollments();

    /** One for each fold, all of about the same size. */
    List<Holdout> holdouts();

    /** The evidence of all learners, without what the fold sets aside. */
    Evidence without(int fold, Workers workers) throws InterruptedException;

    /** The evidence of all learners with all they took. */
    Evidence everything(Workers workers) throws InterruptedException;
}
