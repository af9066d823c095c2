package org.coursewise.course.recommendation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.coursewise.recommender.candidates.Words;
import org.jspecify.annotations.Nullable;

/**
 * A bounded share of places for courses that came after the model was trained, so that somebody can find them: of ten places
 * one, the fifth, for the one that is most like what the learner took, by the words of its title and its categories.
 */
final class Newcomers {

    private static final int PLACES = 10;
    private static final int FIRST_PLACE = 4;
    /** Half of what can be alike. */
    private static final double ALIKE = .25;
    /** Who has taken more is known well enough by the latest. */
    private static final int MOST = 200;

    private static final int LATEST = 30;

    private final List<Known> courses;

    private record Known(Offer offer, Set<String> words, Set<String> categories) {

        static Known of(Offer offer) {
            return new Known(offer, Set.copyOf(Words.of(offer.title())), Set.copyOf(offer.categories()));
        }

        /** From 0 for nothing in common to 1. */
        double likeness(Known other) {
            return (share(words, other.words) + share(categories, other.categories)) / 2;
        }

        /** P. Jaccard's index (1901): of all that either has what both have. */
        private static double share(Set<String> some, Set<String> others) {
            var both = new HashSet<>(some);
            both.retainAll(others);
            var all = some.size() + others.size() - both.size();
            return all == 0 ? 0 : (double) both.size() / all;
        }
    }

    private record Pick(Known course, Known because, double likeness) {}

    /** @param courses the latest first; of very many the latest alone have a chance */
    Newcomers(List<Offer> courses) {
        this.courses = courses.stream().limit(MOST).map(Known::of).toList();
    }

    boolean isEmpty() {
        return courses.isEmpty();
    }

    /** @param taken the newest last */
    void addTo(CourseList list, List<Offer> taken, Locale locale) {
        var latest = taken.stream()
                .skip(Math.max(0, taken.size() - LATEST))
                .map(Known::of)
                .toList();
        var picks = courses.stream()
                .map(course -> best(course, latest))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(Pick::likeness).reversed())
                .iterator();
        var place = FIRST_PLACE;
        while (place < list.items().size() && picks.hasNext()) {
            if (insert(place, picks.next(), list, locale)) {
                place += PLACES;
            }
        }
    }

    private static boolean insert(int place, Pick pick, CourseList list, Locale locale) {
        var because = pick.because().offer();
        return list.insert(
                place,
                pick.course().offer(),
                list.items().get(place).score(),
                List.of(ReasonTexts.reason(locale, "new-course", because.title(), because.id())));
    }

    private static @Nullable Pick best(Known course, List<Known> taken) {
        return taken.stream()
                .filter(past -> !past.offer().id().equals(course.offer().id()))
                .map(past -> new Pick(course, past, course.likeness(past)))
                .filter(pick -> pick.likeness() >= ALIKE)
                .max(Comparator.comparingDouble(Pick::likeness))
                .orElse(null);
    }
}
