package org.coursewise.course.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What facets count a course by.
 *
 * @param categories its own and all that is above them
 */
record Kind(@Nullable String level, @Nullable String language, List<String> categories) {

    Kind {
        categories = List.copyOf(categories);
    }

    boolean isInCategoryOf(CourseFilter filter) {
        return filter.category() == null || categories.contains(filter.category());
    }

    boolean isAtLevelOf(CourseFilter filter) {
        return filter.level() == null || filter.level().equals(level);
    }

    boolean isInLanguageOf(CourseFilter filter) {
        return filter.language() == null || filter.language().equals(language);
    }
}
