package org.coursewise.recommender.dataset;

import java.util.Arrays;

/**
 * Who took what: for each learner, by number, the numbers of the courses taken, the newest last where times are known
 * and ascending otherwise. Immutable; no course twice for one learner.
 */
public final class Histories {

    private final int courseCount;
    private final int[] starts;
    private final int[] courses;
    private final boolean timed;

    /**
     * Takes the arrays as they are.
     *
     * @param starts learner u took {@code courses[starts[u] .. starts[u + 1])}
     * @param timed whether the order of the courses is the order in which they were taken
     */
    public Histories(int courseCount, int[] starts, int[] courses, boolean timed) {
        this.courseCount = courseCount;
        this.starts = starts;
        this.courses = courses;
        this.timed = timed;
    }

    public int learners() {
        return starts.length - 1;
    }

    public int courseCount() {
        return courseCount;
    }

    /** The number of enrolments. */
    public int size() {
        return courses.length;
    }

    public boolean timed() {
        return timed;
    }

    public int length(int learner) {
        return starts[learner + 1] - starts[learner];
    }

    /** The k-th course of the learner. */
    public int course(int learner, int k) {
        return courses[starts[learner] + k];
    }

    /** A copy of the learner's courses. */
    public int[] of(int learner) {
        return Arrays.copyOfRange(courses, starts[learner], starts[learner + 1]);
    }

    /** How many learners took each course. */
    public int[] counts() {
        var counts = new int[courseCount];
        for (int course : courses) {
            counts[course]++;
        }
        return counts;
    }

    /** For each course the learners who took it, ascending. */
    public int[][] takers() {
        int[] counts = counts();
        var takers = new int[courseCount][];
        for (int c = 0; c < courseCount; c++) {
            takers[c] = new int[counts[c]];
        }
        var filled = new int[courseCount];
        for (int u = 0; u < learners(); u++) {
            for (int k = starts[u]; k < starts[u + 1]; k++) {
                int c = courses[k];
                takers[c][filled[c]++] = u;
            }
        }
        return takers;
    }
}
