package org.coursewise.console.recommendations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.coursewise.console.api.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one model recommends to a learner.
 *
 * @param modelVersion null before there is a model
 * @param isFallback whether it is what is popular, because nothing is known
 */
public record RecommendedList(@Nullable String modelVersion, boolean isFallback, List<Recommended> items) {

    /** The lowest of a list shall still be seen. */
    private static final double LOWEST = 0.08;

    /**
     * @param answer of {@code GET /learners/{id}/recommendations}
     * @param titles of courses by their ids
     */
    static RecommendedList of(Map<String, Object> answer, UnaryOperator<String> titles) {
        var rows = Json.list(answer, "items");
        var scores = rows.stream()
                .map(row -> Json.number(row, "score"))
                .mapToDouble(score -> score == null ? 0 : score)
                .toArray();
        var items = new ArrayList<Recommended>();
        for (var i = 0; i < scores.length; i++) {
            var course = Json.object(rows.get(i), "course");
            var reasons = Json.list(rows.get(i), "reasons").stream()
                    .map(reason -> reason(reason, titles))
                    .toList();
            items.add(new Recommended(
                    i + 1,
                    Json.text(course, "id"),
                    Json.text(course, "code"),
                    Json.text(course, "title"),
                    scores[i],
                    strength(scores, i),
                    reasons,
                    null));
        }
        return new RecommendedList(
                (String) answer.get("modelVersion"), Json.isTrue(answer, "fallback"), List.copyOf(items));
    }

    /** The same, each course with its place in another list. */
    RecommendedList comparedWith(RecommendedList other) {
        var places = new HashMap<String, Integer>();
        other.items.forEach(item -> places.put(item.id(), item.place()));
        return new RecommendedList(
                modelVersion,
                isFallback,
                items.stream()
                        .map(item -> item.comparedWith(places.get(item.id())))
                        .toList());
    }

    /** How many of its courses the other list has, too. */
    public long common() {
        return items.stream().filter(item -> item.elsewhere() != null).count();
    }

    /** The places of courses that this one led to. */
    List<Integer> ledTo(String course) {
        return items.stream()
                .filter(item -> item.reasons().stream().anyMatch(reason -> course.equals(reason.courseId())))
                .map(Recommended::place)
                .toList();
    }

    private static Recommended.Reason reason(Map<String, Object> reason, UnaryOperator<String> titles) {
        var course = (String) reason.get("courseId");
        var title = Optional.ofNullable(course).map(titles).orElse("");
        return Recommended.Reason.of(Json.text(reason, "code"), Json.text(reason, "text"), course, title);
    }

    private static double strength(double[] scores, int i) {
        var lowest = Double.POSITIVE_INFINITY;
        var highest = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            lowest = Math.min(lowest, score);
            highest = Math.max(highest, score);
        }
        return highest == lowest ? 1 : LOWEST + (1 - LOWEST) * (scores[i] - lowest) / (highest - lowest);
    }
}
