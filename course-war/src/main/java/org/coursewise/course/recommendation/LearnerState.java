package org.coursewise.course.recommendation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.coursewise.recommender.PastCourse;
import org.jspecify.annotations.Nullable;

/**
 * All of a learner that recommendations go by, as it was at one moment.
 *
 * @param taken the newest last
 * @param completed ids of those that were completed
 * @param dismissed ids of courses that are not to be shown again
 * @param ignored ids of courses that were shown again and again and never opened
 * @param interests categories
 * @param level that is looked for; null is any
 */
record LearnerState(
        Changes.Stamp stamp,
        List<PastCourse> taken,
        Set<String> completed,
        Set<String> dismissed,
        Set<String> ignored,
        Set<String> interests,
        @Nullable String level) {

    /** Ids of courses that are never shown. */
    Set<String> excluded() {
        var excluded = new HashSet<>(dismissed);
        taken.forEach(course -> excluded.add(course.code()));
        return excluded;
    }

    /** As it was before a course was taken or sent away. */
    LearnerState without(String course) {
        return new LearnerState(
                stamp,
                taken.stream().filter(past -> !past.code().equals(course)).toList(),
                others(completed, course),
                others(dismissed, course),
                ignored,
                interests,
                level);
    }

    private static Set<String> others(Set<String> courses, String course) {
        return courses.stream().filter(id -> !id.equals(course)).collect(Collectors.toUnmodifiableSet());
    }

    int size() {
        return taken.size() + dismissed.size() + ignored.size() + interests.size();
    }
}
