package org.coursewise.recommender.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything training reads. Courses are numbered from the most taken to the least (by code where equal), so that those
 * that nobody took come last; learners in the order of their ids.
 *
 * @param courses by number
 * @param learners their ids, by number
 * @param histories what they took, in the same numbers
 */
public record Dataset(List<Course> courses, List<String> learners, Histories histories) {

    public Dataset {
        courses = List.copyOf(courses);
        learners = List.copyOf(learners);
        if (histories.learners() != learners.size() || histories.courseCount() != courses.size()) {
            throw new IllegalArgumentException("The histories are of other learners or courses");
        }
    }

    /** The numbers of the learners by id. */
    public Map<String, Integer> learnerNumbers() {
        var numbers = new HashMap<String, Integer>(learners.size() * 2);
        for (int u = 0; u < learners.size(); u++) {
            numbers.put(learners.get(u), u);
        }
        return numbers;
    }
}
