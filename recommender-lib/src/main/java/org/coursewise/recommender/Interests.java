package org.coursewise.recommender;

import java.util.Set;

/**
 * What a learner says to be interested in.
 *
 * @param level empty for any
 */
public record Interests(Set<String> categories, String level) {

    public Interests {
        categories = Set.copyOf(categories);
    }

    /** A learner who said nothing. */
    public static Interests none() {
        return new Interests(Set.of(), "");
    }

    boolean isEmpty() {
        return categories.isEmpty() && level.isEmpty();
    }

    int matches(KnownCourse course) {
        int matches = 0;
        for (var category : course.categories()) {
            matches += categories.contains(category) ? 2 : 0;
        }
        return matches + (!level.isEmpty() && level.equals(course.level()) ? 1 : 0);
    }
}
