package org.coursewise.console.recommendations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a learner took before, the latest first.
 *
 * @param isKnown false when the API does not say
 * @param isCut whether there is more than these
 */
public record History(List<Taken> courses, boolean isKnown, boolean isCut) {

    private static final int MOST_PAGES = 5;

    /**
     * One course of it.
     *
     * @param status active, completed, cancelled or waiting
     */
    public record Taken(
            String id,
            String code,
            String title,
            String status,
            @Nullable String enrolledAt,
            @Nullable String completedAt) {

        private static Taken of(Map<String, Object> enrollment) {
            var course = Json.object(enrollment, "course");
            var id = Json.text(enrollment, "courseId");
            return new Taken(
                    id,
                    Json.text(course, "code"),
                    course.isEmpty() ? id : Json.text(course, "title"),
                    Json.text(enrollment, "status"),
                    (String) enrollment.get("enrolledAt"),
                    (String) enrollment.get("completedAt"));
        }

        private String when() {
            return enrolledAt == null ? "" : enrolledAt;
        }
    }

    static History none() {
        return new History(List.of(), true, false);
    }

    /** Who may not see it, or asks a service that does not show it, sees recommendations all the same. */
    static History of(Api api, String learner) {
        var found = new ArrayList<Taken>();
        String cursor = null;
        try {
            for (var page = 0; page < MOST_PAGES; page++) {
                var answer = api.get(Call.to("enrollments")
                        .with("learnerId", learner)
                        .with("limit", 200)
                        .with("cursor", cursor));
                answer.items().stream().map(Taken::of).forEach(found::add);
                cursor = answer.nextCursor();
                if (cursor == null) {
                    break;
                }
            }
        } catch (ApiException e) {
            return new History(List.of(), false, false);
        }
        found.sort(Comparator.comparing(Taken::when).reversed());
        return new History(List.copyOf(found), true, cursor != null);
    }
}
