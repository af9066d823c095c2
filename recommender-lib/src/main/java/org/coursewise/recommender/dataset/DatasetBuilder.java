package org.coursewise.recommender.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects courses and enrolments in any order. An enrolment that comes twice counts once, at its first known time; a
 * course that comes twice keeps what was said last. Not for use by several threads.
 */
public final class DatasetBuilder {

    /** Times are used when at least this share of the enrolments has one. */
    private static final double TIMED_SHARE = 0.9;

    private static final long NO_TIME = Long.MAX_VALUE;

    private final Map<String, Course> catalogue = new HashMap<>();
    private final Map<String, Integer> courseNumbers = new HashMap<>();
    private final List<String> courseCodes = new ArrayList<>();
    private final Map<String, LearnerRows> learners = new HashMap<>();

    public DatasetBuilder course(Course course) {
        catalogue.put(course.code(), course);
        number(course.code());
        return this;
    }

    /** An enrolment; the time may be unknown. */
    public DatasetBuilder enrollment(String learner, String courseCode, @Nullable Instant at) {
        learners.computeIfAbsent(learner, id -> new LearnerRows())
                .add(number(courseCode), at == null ? NO_TIME : at.toEpochMilli());
        return this;
    }

    public int enrollments() {
        return learners.values().stream().mapToInt(rows -> rows.size).sum();
    }

    /** Numbers everything; the result does not depend on the order in which rows came. */
    public Dataset build() {
        var counts = new int[courseCodes.size()];
        int timed = 0;
        int total = 0;
        for (var rows : learners.values()) {
            rows.mergeDuplicates();
            for (int k = 0; k < rows.size; k++) {
                counts[rows.courses[k]]++;
                timed += rows.times[k] == NO_TIME ? 0 : 1;
                total++;
            }
        }
        var order = new ArrayList<Integer>();
        for (int c = 0; c < counts.length; c++) {
            order.add(c);
        }
        order.sort(Comparator.<Integer>comparingInt(c -> -counts[c]).thenComparing(courseCodes::get));
        var renumbered = new int[counts.length];
        var courses = new ArrayList<Course>();
        for (int c = 0; c < counts.length; c++) {
            int old = order.get(c);
            renumbered[old] = c;
            var code = courseCodes.get(old);
            courses.add(catalogue.getOrDefault(code, Course.unknown(code)));
        }
        boolean useTimes = total > 0 && timed >= TIMED_SHARE * total;
        var ids = new ArrayList<>(learners.keySet());
        ids.sort(null);
        var starts = new int[ids.size() + 1];
        var taken = new int[total];
        for (int u = 0; u < ids.size(); u++) {
            int[] sorted = learners.getOrDefault(ids.get(u), new LearnerRows()).sorted(renumbered, useTimes);
            System.arraycopy(sorted, 0, taken, starts[u], sorted.length);
            starts[u + 1] = starts[u] + sorted.length;
        }
        return new Dataset(courses, ids, new Histories(courses.size(), starts, taken, useTimes));
    }

    private int number(String code) {
        return courseNumbers.computeIfAbsent(code, unseen -> {
            courseCodes.add(unseen);
            return courseCodes.size() - 1;
        });
    }

    /** One learner's rows, as they came. */
    private static final class LearnerRows {

        private int[] courses = new int[8];
        private long[] times = new long[8];
        private int size;

        void add(int course, long time) {
            if (size == courses.length) {
                courses = Arrays.copyOf(courses, size * 2);
                times = Arrays.copyOf(times, size * 2);
            }
            courses[size] = course;
            times[size++] = time;
        }

        void mergeDuplicates() {
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
        int[] sorted(int[] renumbered, boolean byTime) {
            var rows = new ArrayList<long[]>();
            for (int k = 0; k < size; k++) {
                rows.add(new long[] {!byTime || times[k] == NO_TIME ? Long.MIN_VALUE : times[k], renumbered[courses[k]]
                });
            }
            rows.sort(Comparator.<long[]>comparingLong(row -> row[0]).thenComparingLong(row -> row[1]));
            return rows.stream().mapToInt(row -> (int) row[1]).toArray();
        }
    }
}
