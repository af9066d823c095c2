package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What learners are recommended at home, for whoever tells them elsewhere. It is not counted as an answer: nobody has looked
 * yet.
 */
@ApplicationScoped
public class Suggestions {

    private static final String POPULAR = "popular";

    @Inject
    LearnerStates learners;

    @Inject
    Shelves shelves;

    @Inject
    Listing listing;

    @Inject
    ServedModel model;

    /**
     * A course for somebody.
     *
     * @param reason in words; never that it is popular with all
     */
    public record Suggestion(String courseId, String title, String reason) {}

    /** Whether the model in service is read, if there is one. */
    public boolean areReady() {
        return model.hasLooked();
    }

    /**
     * At most so many courses, the best first. Left out is what stands on everybody's list: it says nothing of this learner.
     *
     * @param locale a language tag; reasons are in its language, or in English
     */
    public List<Suggestion> of(String learner, String locale, int limit) {
        var shelf = shelves.of(learner);
        var languages = Languages.of(locale.replace('_', '-'));
        var request = RecommendationRequest.home(learner, limit, languages).in(shelf);
        return listing.list(request, learners.of(learner), shelf).items().stream()
                .flatMap(item -> item.reasons().stream()
                        .filter(reason -> !reason.code().equals(POPULAR))
                        .limit(1)
                        .map(reason ->
                                new Suggestion(item.course().id(), item.course().title(), reason.text())))
                .toList();
    }
}
