package org.coursewise.recommender;

import java.util.List;

/**
 * What a model keeps of a course, to name it and to match it with interests.
 *
 * @param level empty when unknown
 */
public record KnownCourse(String code, String title, List<String> categories, String level) {

    public KnownCourse {
        categories = List.copyOf(categories);
    }
}
