package org.coursewise.recommender.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coursewise.recommender.dataset.Course;

/**
 * What courses may have in common, by number: the categories of course c are {@code of(c)}, all from 0 to
 * {@link #count} - 1. Immutable.
 */
public final class CourseLabels {

    private final int count;
    private final int[][] labels;

    /** Takes the arrays as they are; each label must be from 0 to count - 1. */
    public CourseLabels(int count, int[][] labels) {
        this.count = count;
        this.labels = labels;
    }

    /** Numbers names in the order in which they appear. */
    public static CourseLabels of(List<Course> courses, Function<Course, List<String>> names) {
        Map<String, Integer> numbers = new HashMap<>();
        var next = new int[1];
        var labels = new ArrayList<int[]>();
        for (var course : courses) {
            labels.add(names.apply(course).stream()
                    .mapToInt(name -> numbers.computeIfAbsent(name, unseen -> next[0]++))
                    .distinct()
                    .toArray());
        }
        return new CourseLabels(numbers.size(), labels.toArray(new int[0][]));
    }

    public int count() {
        return count;
    }

    public int[] of(int course) {
        return labels[course];
    }

    public int courses() {
        return labels.length;
    }
}
