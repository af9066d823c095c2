package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.coursewise.course.settings.CourseSettings;
import org.coursewise.recommender.Recommendations.Level;
import org.coursewise.rest.json.Rendered;

/** Answers learners: with the list that is in memory, or with one that is made now. */
@ApplicationScoped
class Recommending {

    @Inject
    LearnerStates learners;

    @Inject
    Shelves shelves;

    @Inject
    Answers answers;

    @Inject
    Listing listing;

    @Inject
    Served served;

    @Inject
    Shadow shadow;

    @Inject
    CourseSettings settings;

    @Inject
    Clock clock;

    /** The answer as JSON; the same one for as long as nothing has changed. */
    Rendered recommend(RecommendationRequest request) {
        var state = learners.of(request.learner());
        var shelf = shelves.of(request.learner());
        var asked = request.in(shelf);
        var kept = answers.find(asked, state, shelf);
        if (kept == null) {
            kept = answers.keep(asked, make(asked, state, shelf), state, shelf);
            served.tell(asked, kept.answer());
            shadow.shown(asked, kept.answer());
        }
        served.count(kept.answer());
        return kept.rendered();
    }

    /**
     * As this model would answer, for who compares models: it is kept and counted nowhere, nobody is told, and feedback on it
     * is refused.
     */
    Rendered preview(RecommendationRequest request, ServedModel.Loaded model) {
        var shelf = shelves.of(model);
        var made = listing.list(request.in(shelf), learners.of(request.learner()), shelf);
        return new Rendered(
                new RecommendationsView(
                        UUID.randomUUID().toString(), model.version(), made.level() == Level.POPULAR, made.items()),
                request.locale());
    }

    private Answer make(RecommendationRequest request, LearnerState state, Shelf shelf) {
        var made = listing.list(request, state, shelf);
        var version = shelf.modelVersion();
        var id = RecommendationId.of(
                Objects.requireNonNullElse(version, RecommendationId.NO_MODEL),
                request.scenario(),
                request.learner(),
                clock.instant());
        return new Answer(
                id,
                made.level(),
                new RecommendationsView(
                        id.sealed(settings.dataKeys()), version, made.level() == Level.POPULAR, made.items()));
    }
}
