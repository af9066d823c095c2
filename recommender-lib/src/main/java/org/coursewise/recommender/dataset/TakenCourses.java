package org.coursewise.recommender.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One learner's enrolments, as they come. Not for use by several threads. */
public final class TakenCourses {

    private static final long NO_TIME = Long.MAX_VALUE;

    private int[] courses = new int[8];
    private long[] times = new long[8];
    private int size;

    /** @param time in milliseconds since 1970, null when unknown */
    public void add(int course, @Nullable Long time) {
        if (size == courses.length) {
            courses = Arrays.copyOf(courses, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        courses[size] = course;
        times[size++] = time == null ? NO_TIME : time;
    }

    int size() {
        return size;
    }

    int course(int k) {
        return courses[k];
    }

    boolean hasTime(int k) {
        return times[k] != NO_TIME;
    }

    /** Of a course that came twice the first known time stays. */
    public void mergeDuplicates() {
        var first = new HashMap<Integer, Integer>(size * 2);
        int kept = 0;
        for (int k = 0; k < size; k++) {
            var seen = first.putIfAbsent(courses[k], kept);
            if (seen == null) {
                courses[kept] = courses[k];
                times[kept++] = times[k];
            } else {
                times[seen] = Math.min(times[seen], times[k]);
            }
        }
        size = kept;
    }

    /** The courses by their new numbers, by time or else by number; what has no time counts as oldest. */
    public int[] sorted(IntUnaryOperator renumbered, boolean byTime) {
        var rows = new ArrayList<long[]>();
        for (int k = 0; k < size; k++) {
            rows.add(new long[] {
                !byTime || times[k] == NO_TIME ? Long.MIN_VALUE : times[k], renumbered.applyAsInt(courses[k])
            });
        }
        rows.sort(Comparator.<long[]>comparingLong(row -> row[0]).thenComparingLong(row -> row[1]));
        return rows.stream().mapToInt(row -> (int) row[1]).toArray();
    }
}
