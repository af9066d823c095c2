package org.coursewise.recommender;

/**
 * Which courses may be recommended; the rules of whoever asks. It is asked thousands of times a recommendation: a bit
 * set by {@link Recommender#numberOf course number} answers fastest.
 */
@FunctionalInterface
public interface Eligibility {

    /** Every course may be recommended. */
    Eligibility ALL = (number, code) -> true;

    /**
     * Whether a course may be recommended.
     *
     * @param number of the course in this model, from 0
     * @param code of the course
     */
    boolean allows(int number, String code);
}
