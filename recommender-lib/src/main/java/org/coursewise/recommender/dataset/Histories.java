package org.coursewise.recommender.dataset;

import java.util.Arrays;
import java.util.List;

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

    /** Of nobody. */
    public static Histories none() {
        return new Histories(0, new int[1], new int[0], false);
    }

    /** Of learners one by one. */
    public static Histories of(int courseCount, List<int[]> ofLearners, boolean timed) {
        var starts = new int[ofLearners.size() + 1];
        for (int u = 0; u < ofLearners.size(); u++) {
            starts[u + 1] = Math.addExact(starts[u], ofLearners.get(u).length);
        }
        var courses = new int[starts[ofLearners.size()]];
        for (int u = 0; u < ofLearners.size(); u++) {
            System.arraycopy(ofLearners.get(u), 0, courses, starts[u], ofLearners.get(u).length);
        }
        return new Histories(courseCount, starts, courses, timed);
    }

    /** These and, after them, others of the same courses. */
    public Histories and(Histories others) {
        if (others.learners() == 0) {
            return this;
        }
        int learners = learners();
        int[] all = Arrays.copyOf(starts, learners + others.learners() + 1);
        for (int u = 1; u <= others.learners(); u++) {
            all[learners + u] = Math.addExact(courses.length, others.starts[u]);
        }
        int[] both = Arrays.copyOf(courses, all[all.length - 1]);
        System.arraycopy(others.courses, 0, both, courses.length, others.courses.length);
        return new Histories(courseCount, all, both, timed);
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

    /** Where a learner's courses begin in {@link #courses}; those of the one before end there. */
    public int start(int learner) {
        return starts[learner];
    }

    /** All learners' courses, one after the other; shown for speed, not to be written to. */
    public int[] courses() {
        return courses;
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
