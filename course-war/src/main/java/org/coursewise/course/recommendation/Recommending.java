package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.recommender.Interests;
import org.coursewise.recommender.PastCourse;
import org.coursewise.recommender.Recommendations.Level;
import org.coursewise.recommender.RecommendedCourse;
import org.jspecify.annotations.Nullable;

/**
 * Picks courses for a learner: the model orders them, the rules of the catalogue decide. Without a model it is what most
 * learners take.
 */
@ApplicationScoped
class Recommending {

    /** More than are asked for, in case some were filled or withdrawn a moment ago. */
    private static final int SPARE = 10;

    private static final String SIGNED_FOR = "recommendation";

    @Inject
    ServedModel served;

    @Inject
    History histories;

    @Inject
    Offers offers;

    @Inject
    RecommendationMetrics metrics;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /** @param seen the course whose page is looked at, if one is: it leads, and is not recommended */
    RecommendationsView recommend(String learner, String scenario, @Nullable String seen, int limit) {
        var history = histories.of(learner);
        var excluded = new HashSet<>(history.ids());
        var courses = new ArrayList<>(history.courses());
        if (seen != null && excluded.add(seen)) {
            courses.add(new PastCourse(seen, clock.instant()));
        }
        var loaded = served.current();
        if (loaded.isEmpty()) {
            return answer("none", scenario, null, Level.POPULAR, popular(history.completed(), excluded, limit));
        }
        var model = loaded.get();
        var items = new ArrayList<RecommendationsView.Item>();
        var level = Level.RANKER;
        var isMore = true;
        while (items.size() < limit && isMore) {
            var wanted = limit - items.size() + SPARE;
            var recent = offers.recent();
            var picked = model.recommender()
                    .recommend(
                            courses,
                            Interests.none(),
                            (number, id) -> !excluded.contains(id)
                                    && recent.containsKey(id)
                                    && recent.get(id).suits(history.completed()),
                            wanted);
            level = picked.level();
            isMore = picked.items().size() == wanted;
            addOpen(picked.items(), history.completed(), excluded, items, limit);
        }
        return answer(model.version(), scenario, model.version(), level, items);
    }

    /** Adds those that are open in this very moment, and excludes all from the next round. */
    private void addOpen(
            List<RecommendedCourse> picked,
            Set<String> completed,
            Set<String> excluded,
            List<RecommendationsView.Item> items,
            int limit) {
        var ids = new ArrayList<String>();
        for (var course : picked) {
            ids.add(course.code());
            course.reasons().forEach(reason -> {
                if (reason.courseCode() != null) {
                    ids.add(reason.courseCode());
                }
            });
        }
        Map<String, Offer> now = offers.now(ids);
        for (var course : picked) {
            excluded.add(course.code());
            var offer = now.get(course.code());
            if (offer != null && offer.suits(completed) && items.size() < limit) {
                var reasons = course.reasons().stream()
                        .map(reason ->
                                new RecommendationsView.Reason(reason.code(), reason.text(), reason.courseCode()))
                        .toList();
                items.add(new RecommendationsView.Item(
                        RecommendationsView.CourseName.of(offer), course.score(), reasons));
            }
        }
    }

    private List<RecommendationsView.Item> popular(Set<String> completed, Set<String> excluded, int limit) {
        var reason = new RecommendationsView.Reason("popular", "Popular among all learners", null);
        return offers.popular(limit + excluded.size() + SPARE).stream()
                .filter(offer -> !excluded.contains(offer.id()) && offer.suits(completed))
                .limit(limit)
                .map(offer -> new RecommendationsView.Item(
                        RecommendationsView.CourseName.of(offer), offer.enrolled(), List.of(reason)))
                .toList();
    }

    private RecommendationsView answer(
            String version,
            String scenario,
            @Nullable String modelVersion,
            Level level,
            List<RecommendationsView.Item> items) {
        metrics.answered(level);
        var content = String.join(
                "|",
                version,
                scenario,
                clock.instant().toString(),
                UUID.randomUUID().toString());
        return new RecommendationsView(
                settings.dataKeys().seal(content, SIGNED_FOR),
                modelVersion,
                level == Level.POPULAR,
                List.copyOf(items));
    }

    /** Courses like one, by who takes them and what is written about them; popular ones without a model. */
    CourseScores similar(String course, int limit) {
        var loaded = served.current();
        if (loaded.isEmpty() || loaded.get().recommender().numberOf(course) < 0) {
            return scores(offers.popular(limit + 1).stream()
                    .filter(offer -> !offer.id().equals(course))
                    .limit(limit)
                    .map(offer -> new CourseScores.Item(RecommendationsView.CourseName.of(offer), 0))
                    .toList());
        }
        var recent = offers.recent();
        var picked = loaded.get()
                .recommender()
                .similar(
                        course,
                        (number, id) -> !id.equals(course)
                                && recent.containsKey(id)
                                && recent.get(id).open(),
                        limit + SPARE);
        var now = offers.now(picked.stream().map(found -> found.code()).toList());
        var items = new ArrayList<CourseScores.Item>();
        for (var found : picked) {
            var offer = now.get(found.code());
            if (offer != null && offer.open() && items.size() < limit) {
                items.add(new CourseScores.Item(RecommendationsView.CourseName.of(offer), found.score()));
            }
        }
        return scores(items);
    }

    CourseScores popular(int limit) {
        return scores(offers.popular(limit).stream()
                .map(offer -> new CourseScores.Item(RecommendationsView.CourseName.of(offer), offer.enrolled()))
                .toList());
    }

    CourseScores latest(int limit) {
        var found = offers.latest(limit);
        var items = new ArrayList<CourseScores.Item>();
        for (var offer : found) {
            items.add(new CourseScores.Item(RecommendationsView.CourseName.of(offer), found.size() - items.size()));
        }
        return scores(items);
    }

    private static CourseScores scores(List<CourseScores.Item> items) {
        return new CourseScores(List.copyOf(items));
    }
}
