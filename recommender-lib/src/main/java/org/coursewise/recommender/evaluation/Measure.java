package org.coursewise.recommender.evaluation;

/** How good one learner's list is. */
public interface Measure {

    /**
     * Measures a list.
     *
     * @param hits for each place of the list, best first, whether the learner took the course; shorter than k when
     *     fewer were recommended
     * @param wanted how many courses the learner took that could have been found, at least 1
     * @param k how many places count
     * @return from 0 to 1
     */
    double of(boolean[] hits, int wanted, int k);
}
