package org.coursewise.course.recommendation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list in the making, and the rules for what comes into it: nothing twice, of the runs of one course one alone, in
 * place of a course whose prerequisites the learner lacks the first of those that can be taken, and what the learner was shown
 * again and again without opening it ten places further down.
 */
final class CourseList {

    private static final int STEP_BACK = 10;

    private final int limit;
    private final Set<String> excluded;
    private final Set<String> completed;
    private final Function<String, @Nullable Offer> open;
    private final Locale locale;
    private final Set<String> ignored;
    private final Deque<SteppedBack> steppedBack = new ArrayDeque<>();
    private final Set<String> runs = new HashSet<>();
    private final List<RecommendationsView.Item> items = new ArrayList<>();

    /** A course that waits for its place. */
    private record SteppedBack(Offer offer, double score, List<RecommendationsView.Reason> reasons, int place) {}

    /**
     * @param excluded ids of courses that do not come in
     * @param ignored ids of courses that step back
     * @param open the course of an id, null when it cannot be taken now
     */
    CourseList(
            int limit,
            Set<String> excluded,
            Set<String> completed,
            Set<String> ignored,
            Function<String, @Nullable Offer> open,
            Locale locale) {
        this.limit = limit;
        this.excluded = new HashSet<>(excluded);
        this.completed = completed;
        this.ignored = ignored;
        this.open = open;
        this.locale = locale;
    }

    boolean isFull() {
        return items.size() >= limit;
    }

    List<RecommendationsView.Item> items() {
        return List.copyOf(items);
    }

    /** Puts a course in at the end, the next best. */
    void add(Offer offer, double score, List<RecommendationsView.Reason> reasons) {
        if (ignored.contains(offer.id())) {
            steppedBack.add(new SteppedBack(offer, score, reasons, items.size() + steppedBack.size() + STEP_BACK));
        } else {
            take(items.size(), offer, score, reasons);
            addThoseWhoseTurnItIs(items.size());
        }
    }

    /** There is nothing else to add: what stepped back comes as far up as it can. */
    void close() {
        addThoseWhoseTurnItIs(Integer.MAX_VALUE);
    }

    private void addThoseWhoseTurnItIs(int place) {
        for (var next = steppedBack.peek(); next != null && next.place() <= place; next = steppedBack.peek()) {
            steppedBack.remove();
            var last =
                    items.isEmpty() ? next.score() : items.get(items.size() - 1).score();
            take(items.size(), next.offer(), Math.min(next.score(), last), next.reasons());
        }
    }

    /** Puts a course in at a place; the last falls out when there are too many. Tells whether one came in. */
    boolean insert(int place, Offer offer, double score, List<RecommendationsView.Reason> reasons) {
        return !ignored.contains(offer.id()) && take(place, offer, score, reasons);
    }

    private boolean take(int place, Offer offer, double score, List<RecommendationsView.Reason> reasons) {
        if (place >= limit || excluded.contains(offer.id())) {
            return false;
        }
        if (!offer.suits(completed)) {
            return insertBefore(place, offer, score);
        }
        if (!runs.add(offer.run())) {
            return false;
        }
        excluded.add(offer.id());
        items.add(place, new RecommendationsView.Item(RecommendationsView.CourseName.of(offer), score, reasons));
        if (items.size() > limit) {
            items.remove(limit);
        }
        return true;
    }

    private boolean insertBefore(int place, Offer offer, double score) {
        excluded.add(offer.id());
        return offer.prerequisites().stream()
                .filter(id -> !completed.contains(id) && !excluded.contains(id))
                .map(open)
                .filter(first -> first != null && first.suits(completed))
                .findFirst()
                .filter(first -> take(
                        place,
                        first,
                        score,
                        List.of(ReasonTexts.reason(locale, "prerequisite-of", offer.title(), offer.id()))))
                .isPresent();
    }
}
