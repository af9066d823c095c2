package org.coursewise.course.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many courses of each kind there are among those that were found by everything but their kind. What was asked of it is
 * kept with it, and goes when it goes.
 */
final class KindCounts {

    private static final int MOST_VALUES = 100;
    /** Clients can ask for any kind, also for those that there are none of. */
    private static final int MOST_ANSWERS = 50;

    private final List<Counted> kinds;
    private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

    KindCounts(List<Counted> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** A kind, and how many courses are of it. */
    record Counted(Kind kind, int count) {}

    /** What is shown of them, and how many of them a filter leaves. */
    record Answer(Facets facets, long found) {}

    private record Asked(
            @Nullable String category,
            @Nullable String level,
            @Nullable String language) {}

    int size() {
        return kinds.size();
    }

    Answer answer(CourseFilter filter) {
        var asked = new Asked(filter.category(), filter.level(), filter.language());
        var known = answers.get(asked);
        if (known != null) {
            return known;
        }
        var answer = counted(filter);
        if (answers.size() < MOST_ANSWERS) {
            answers.put(asked, answer);
        }
        return answer;
    }

    private Answer counted(CourseFilter filter) {
        var categories = new Tally();
        var levels = new Tally();
        var languages = new Tally();
        var found = 0L;
        for (var counted : kinds) {
            var kind = counted.kind();
            var count = counted.count();
            var inCategory = kind.isInCategoryOf(filter);
            var atLevel = kind.isAtLevelOf(filter);
            var inLanguage = kind.isInLanguageOf(filter);
            if (atLevel && inLanguage) {
                kind.categories().forEach(category -> categories.add(category, count));
            }
            if (inCategory && inLanguage) {
                levels.add(kind.level(), count);
            }
            if (inCategory && atLevel) {
                languages.add(kind.language(), count);
            }
            found += inCategory && atLevel && inLanguage ? count : 0;
        }
        return new Answer(new Facets(categories.most(), levels.most(), languages.most()), found);
    }

    private static final class Tally {

        private final Map<String, Sum> sums = new HashMap<>();

        private static final class Sum {
            private long count;
        }

        void add(@Nullable String value, int count) {
            if (value != null && !value.isEmpty()) {
                sums.computeIfAbsent(value, key -> new Sum()).count += count;
            }
        }

        /** The most frequent first. */
        List<Facets.Count> most() {
            return sums.entrySet().stream()
                    .map(entry -> new Facets.Count(entry.getKey(), entry.getValue().count))
                    .sorted(Comparator.comparingLong(Facets.Count::count)
                            .reversed()
                            .thenComparing(Facets.Count::value))
                    .limit(MOST_VALUES)
                    .toList();
        }
    }
}
