package org.coursewise.course.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.coursewise.course.figures.Figure;
import org.coursewise.course.figures.OnlineFigures;
import org.coursewise.course.telemetry.RecommendationTelemetry;
import org.coursewise.recommender.Recommendations.Level;

/** Counts answers, and tells of each new one. */
@ApplicationScoped
class Served {

    @Inject
    RecommendationMetrics metrics;

    @Inject
    OnlineFigures figures;

    @Inject
    RecommendationTelemetry telemetry;

    /** On the wire to whoever listens; {@code items} are ids of courses. */
    record Told(
            String recommendationId,
            String learnerId,
            String modelVersion,
            String scenario,
            boolean fallback,
            List<String> items) {}

    void count(Answer answer) {
        metrics.answered(answer.level());
        figures.count(answer.id().modelVersion(), Figure.SERVED, 1);
        if (answer.level() == Level.POPULAR) {
            figures.count(answer.id().modelVersion(), Figure.FALLBACKS, 1);
        }
    }

    /** An answer that was not given before. */
    void tell(RecommendationRequest request, Answer answer) {
        var courses =
                answer.view().items().stream().map(item -> item.course().id()).toList();
        figures.cover(answer.id().modelVersion(), courses);
        telemetry.say(
                "served",
                request.learner(),
                new Told(
                        answer.id().id().toString(),
                        request.learner(),
                        answer.id().modelVersion(),
                        request.scenario(),
                        answer.level() == Level.POPULAR,
                        courses));
    }
}
