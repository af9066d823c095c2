package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.PastCourse;
import org.coursewise.recommender.Reason;
import org.coursewise.recommender.Recommendations.Level;
import org.coursewise.recommender.RecommendedCourse;
import org.coursewise.recommender.Recommender;
import org.jspecify.annotations.Nullable;

/**
 * Picks courses for a learner: the model orders them, the rules of the catalogue decide. Without a model, or a course that it
 * knows, it is what the learner is interested in and what most learners take.
 */
@ApplicationScoped
class Listing {

    /** More than are asked for, as rules take some out. */
    private static final int SPARE = 10;
    /** Of how many times as many as are asked for those that one course led to come first. */
    private static final int LED = 3;

    @Inject
    Offers offers;

    @Inject
    Clock clock;

    /**
     * A list.
     *
     * @param level what gave it its order
     */
    record Listed(Level level, List<RecommendationsView.Item> items) {

        List<String> ids() {
            return items.stream().map(item -> item.course().id()).toList();
        }
    }

    /** @param shelf with the model to go by */
    Listed list(RecommendationRequest request, LearnerState state, Shelf shelf) {
        var seen = request.seen();
        var excluded = state.excluded();
        if (seen != null) {
            excluded.add(seen);
        }
        var list = new CourseList(
                request.limit(), excluded, state.completed(), state.ignored(), shelf::open, request.locale());
        var recommender = shelf.recommender();
        var level = recommender == null
                ? Level.POPULAR
                : rank(recommender, request, history(state, seen), new HashSet<>(excluded), shelf, list);
        if (level == Level.POPULAR) {
            new ColdStart(state, request.language(), request.locale()).fill(list, shelf);
        }
        list.close();
        if (level != Level.POPULAR && !shelf.newcomers().isEmpty()) {
            shelf.newcomers().addTo(list, known(state.taken()), request.locale());
        }
        return new Listed(level, list.items());
    }

    private List<PastCourse> history(LearnerState state, @Nullable String seen) {
        if (seen == null || state.taken().stream().anyMatch(past -> past.code().equals(seen))) {
            return state.taken();
        }
        var history = new ArrayList<>(state.taken());
        history.add(new PastCourse(seen, clock.instant()));
        return history;
    }

    /** Fills the list in the model's order; more than once only when rules take many out. */
    private static Level rank(
            Recommender recommender,
            RecommendationRequest request,
            List<PastCourse> history,
            Set<String> excluded,
            Shelf shelf,
            CourseList list) {
        if (history.stream().noneMatch(past -> recommender.numberOf(past.code()) >= 0)) {
            return Level.POPULAR;
        }
        var isLed = !request.scenario().equals(RecommendationRequest.HOME);
        var wanted = (isLed ? LED * request.limit() : request.limit()) + SPARE;
        Level level;
        int found;
        do {
            var picked = recommender.recommend(
                    history, Interests.none(), (number, id) -> shelf.isOpen(number) && !excluded.contains(id), wanted);
            level = picked.level();
            found = picked.items().size();
            for (var course : isLed ? ledFirst(picked.items(), leading(request, history)) : picked.items()) {
                excluded.add(course.code());
                if (!list.isFull()) {
                    add(course, request, shelf, list);
                }
            }
        } while (!list.isFull() && found == wanted);
        return level;
    }

    /** Those that a course led to come first, by as much as the rest is apart. */
    private static List<RecommendedCourse> ledFirst(List<RecommendedCourse> courses, String leading) {
        var scores = courses.stream().mapToDouble(RecommendedCourse::score).summaryStatistics();
        return courses.stream()
                .map(course -> course.reasons().stream().anyMatch(reason -> leading.equals(reason.courseCode()))
                        ? course.betterBy(scores.getMax() - scores.getMin())
                        : course)
                .sorted(Comparator.comparingDouble(RecommendedCourse::score).reversed())
                .toList();
    }

    /** The course whose page it is, taken before or not; else the one taken last. */
    private static String leading(RecommendationRequest request, List<PastCourse> history) {
        var seen = request.seen();
        return seen == null ? history.get(history.size() - 1).code() : seen;
    }

    private static void add(RecommendedCourse course, RecommendationRequest request, Shelf shelf, CourseList list) {
        var offer = shelf.open(course.code());
        if (offer != null) {
            list.add(
                    offer,
                    course.score(),
                    course.reasons().stream()
                            .map(reason -> reason(reason, request))
                            .toList());
        }
    }

    /** A course that is only looked at was not taken. */
    private static RecommendationsView.Reason reason(Reason reason, RecommendationRequest request) {
        var isSeen = request.seen() != null && request.seen().equals(reason.courseCode());
        return ReasonTexts.reason(
                request.locale(),
                isSeen && reason.code().equals("because-you-took") ? "goes-with" : reason.code(),
                reason.about(),
                reason.courseCode());
    }

    private List<Offer> known(List<PastCourse> taken) {
        return taken.stream().flatMap(past -> offers.find(past.code()).stream()).toList();
    }
}
