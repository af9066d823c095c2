package org.coursewise.recommender.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects courses and enrolments in any order. An enrolment that comes twice counts once, at its first known time; a
 * course that comes twice keeps what was said last. Not for use by several threads.
 */
public final class DatasetBuilder {

    private final Map<String, Course> catalogue = new HashMap<>();
    private final Map<String, Integer> courseNumbers = new HashMap<>();
    private final List<String> courseCodes = new ArrayList<>();
    private final Map<String, TakenCourses> learners = new HashMap<>();

    public DatasetBuilder course(Course course) {
        catalogue.put(course.code(), course);
        number(course.code());
        return this;
    }

    /** An enrolment; the time may be unknown. */
    public DatasetBuilder enrollment(String learner, String courseCode, @Nullable Instant at) {
        learners.computeIfAbsent(learner, id -> new TakenCourses())
                .add(number(courseCode), at == null ? null : at.toEpochMilli());
        return this;
    }

    DatasetBuilder enrollment(Enrollment enrollment) {
        return enrollment(enrollment.learner(), enrollment.course(), enrollment.at());
    }

    public int enrollments() {
        return learners.values().stream().mapToInt(TakenCourses::size).sum();
    }

    /** Numbers everything; the result does not depend on the order in which rows came. */
    public Dataset build() {
        var counts = new int[courseCodes.size()];
        int timed = 0;
        int total = 0;
        for (var rows : learners.values()) {
            rows.mergeDuplicates();
            for (int k = 0; k < rows.size(); k++) {
                counts[rows.course(k)]++;
                timed += rows.hasTime(k) ? 1 : 0;
                total++;
            }
        }
        int[] order = Numbering.order(courseCodes, c -> counts[c]);
        var renumbered = new int[counts.length];
        var courses = new ArrayList<Course>();
        for (int c = 0; c < counts.length; c++) {
            int old = order[c];
            renumbered[old] = c;
            var code = courseCodes.get(old);
            courses.add(catalogue.getOrDefault(code, Course.unknown(code)));
        }
        boolean useTimes = Numbering.timed(timed, total);
        var ids = new ArrayList<>(learners.keySet());
        ids.sort(null);
        var starts = new int[ids.size() + 1];
        var taken = new int[total];
        for (int u = 0; u < ids.size(); u++) {
            int[] sorted = learners.getOrDefault(ids.get(u), new TakenCourses()).sorted(c -> renumbered[c], useTimes);
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
}
