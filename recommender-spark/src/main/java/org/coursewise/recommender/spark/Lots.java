package org.coursewise.recommender.spark;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Draws learners by a number that depends on their id and the seed alone, so that the same are drawn however the data is
 * spread. How many lots lie in each of equal ranges is counted first; so the ranges to collect are known, and no more than
 * is wanted and one range is ever collected.
 */
final class Lots implements Serializable {

    static final Comparator<LearnerHistory> ORDER =
            Comparator.comparingLong(LearnerHistory::lot).thenComparing(LearnerHistory::learner);

    private static final int BITS = 12;
    private static final int RANGES = 1 << BITS;

    private final int shortest;
    private final long[] usable = new long[RANGES];
    private final long[] enrollments = new long[RANGES];
    private long learners;

    /** @param shortest how many courses a history needs to be usable */
    Lots(int shortest) {
        this.shortest = shortest;
    }

    void count(LearnerHistory history) {
        int range = range(history.lot());
        usable[range] += history.courses().length >= shortest ? 1 : 0;
        enrollments[range] += history.courses().length;
        learners++;
    }

    Lots and(Lots others) {
        for (int range = 0; range < RANGES; range++) {
            usable[range] += others.usable[range];
            enrollments[range] += others.enrollments[range];
        }
        learners += others.learners;
        return this;
    }

    long learners() {
        return learners;
    }

    /** How many have a history that is long enough. */
    long usable() {
        long sum = 0;
        for (long count : usable) {
            sum += count;
        }
        return sum;
    }

    /** The least lot above the fewest ranges with so many usable learners; above all when there are not so many. */
    long limitOfLearners(long wanted) {
        long sum = 0;
        for (int range = 0; range < RANGES; range++) {
            sum += usable[range];
            if (sum >= wanted) {
                return end(range);
            }
        }
        return Long.MAX_VALUE;
    }

    /** The least lot above the most ranges whose learners have no more enrolments. */
    long limitOfEnrollments(long most) {
        long sum = 0;
        for (int range = 0; range < RANGES; range++) {
            sum += enrollments[range];
            if (sum > most) {
                return (long) range << (Long.SIZE - 1 - BITS);
            }
        }
        return Long.MAX_VALUE;
    }

    private static int range(long lot) {
        return (int) (lot >>> (Long.SIZE - 1 - BITS));
    }

    private static long end(int range) {
        return range + 1 == RANGES ? Long.MAX_VALUE : (long) (range + 1) << (Long.SIZE - 1 - BITS);
    }
}
