package org.coursewise.recommender.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** How courses are numbered and when times count, the same wherever enrolments are read. */
public final class Numbering {

    /** Times are used when at least this share of the enrolments has one. */
    private static final double TIMED_SHARE = 0.9;

    private Numbering() {}

    /**
     * The places of courses from the most taken to the least, by code where equal.
     *
     * @param count how many learners took the course at a place
     */
    public static int[] order(List<String> codes, IntToLongFunction count) {
        return IntStream.range(0, codes.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> -count.applyAsLong(c))
                        .thenComparing(codes::get))
                .mapToInt(c -> c)
                .toArray();
    }

    /** Whether histories are in the order of their times. */
    public static boolean timed(long withTime, long enrollments) {
        return enrollments > 0 && withTime >= TIMED_SHARE * enrollments;
    }
}
