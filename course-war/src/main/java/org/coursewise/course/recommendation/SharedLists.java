package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lists of courses that are the same for everybody. */
@ApplicationScoped
class SharedLists {

    @Inject
    Shelves shelves;

    @Inject
    Offers offers;

    /** Courses like one, by who takes them and what is written about them; popular ones without a model. */
    CourseScores similar(String course, int limit) {
        var shelf = shelves.inService();
        var recommender = shelf.recommender();
        if (recommender == null || recommender.numberOf(course) < 0) {
            return scores(shelf.byPopularity().stream()
                    .filter(offer -> !offer.id().equals(course))
                    .limit(limit)
                    .map(offer -> new CourseScores.Item(RecommendationsView.CourseName.of(offer), 0))
                    .toList());
        }
        return scores(
                recommender.similar(course, (number, id) -> shelf.isOpen(number) && !id.equals(course), limit).stream()
                        .map(found -> new CourseScores.Item(
                                RecommendationsView.CourseName.of(Objects.requireNonNull(shelf.open(found.code()))),
                                found.score()))
                        .toList());
    }

    CourseScores popular(int limit) {
        return scores(shelves.inService().byPopularity().stream()
                .limit(limit)
                .map(offer -> offers.find(offer.id()).orElse(offer))
                .map(offer -> new CourseScores.Item(RecommendationsView.CourseName.of(offer), offer.enrolled()))
                .toList());
    }

    CourseScores latest(int limit) {
        var found = shelves.inService().latest().stream().limit(limit).toList();
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
