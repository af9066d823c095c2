package org.coursewise.course.recommendation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Courses for a learner of whom no course is known: those of their interests first, each kind of them in their language and at
 * their level first, and the most taken first among equals.
 */
final class ColdStart {

    private final Set<String> interests;
    private final @Nullable String level;
    private final String language;
    private final Locale locale;

    ColdStart(LearnerState state, String language, Locale locale) {
        this.interests = state.interests();
        this.level = state.level();
        this.language = language;
        this.locale = locale;
    }

    /** Adds to the list until it is full. */
    void fill(CourseList list, Shelf shelf) {
        var order = Comparator.comparing(Match::isOfInterest)
                .thenComparing(Match::isInLanguage)
                .thenComparing(Match::isAtLevel)
                .thenComparing(Match::shared)
                .reversed();
        var popular = shelf.byPopularity().stream().map(this::match);
        // stable: by popularity among equals, and nothing to sort where all are
        var matches = (isOfNothing() ? popular : popular.sorted(order)).iterator();
        while (matches.hasNext() && !list.isFull()) {
            var match = matches.next();
            list.add(match.offer(), match.score(), List.of(reason(match)));
        }
    }

    private boolean isOfNothing() {
        return interests.isEmpty() && level == null && language.isEmpty();
    }

    private record Match(Offer offer, int shared, boolean isInLanguage, boolean isAtLevel) {

        boolean isOfInterest() {
            return shared > 0;
        }

        double score() {
            return (isOfInterest() ? 4 : 0) + (isInLanguage ? 2 : 0) + (isAtLevel ? 1 : 0);
        }
    }

    private Match match(Offer offer) {
        var shared = interests.isEmpty()
                ? 0
                : (int) offer.categories().stream().filter(interests::contains).count();
        return new Match(
                offer,
                shared,
                language.isEmpty() || language.equals(offer.language()),
                level != null && level.equals(offer.level()));
    }

    private RecommendationsView.Reason reason(Match match) {
        if (match.isOfInterest()) {
            var category = match.offer().categories().stream()
                    .filter(interests::contains)
                    .findFirst()
                    .orElseThrow();
            return ReasonTexts.reason(locale, "matches-your-interests", category, null);
        }
        return match.isAtLevel()
                ? ReasonTexts.reason(locale, "matches-your-interests", null, null)
                : ReasonTexts.reason(locale, "popular", null, null);
    }
}
