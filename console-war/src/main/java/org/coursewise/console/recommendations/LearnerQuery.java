package org.coursewise.console.recommendations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for in the address of the learner's page; empty what is not.
 *
 * @param query a name or address to find learners by
 * @param learner a user's id, or an outside id of an import
 * @param courseId the course whose page is looked at: its id, its code, or words of its title
 * @param against the version of another model
 */
public record LearnerQuery(String query, String learner, String scenario, String courseId, int limit, String against) {

    static final List<String> SCENARIOS = List.of("home", "after-enrolment", "course-page");
    static final List<Integer> LIMITS = List.of(10, 20, 50);

    static LearnerQuery of(HttpServletRequest request) {
        var scenario = text(request, "scenario");
        return new LearnerQuery(
                text(request, "query"),
                text(request, "learner"),
                SCENARIOS.contains(scenario) ? scenario : SCENARIOS.get(0),
                text(request, "courseId"),
                LIMITS.stream()
                        .filter(limit -> limit.toString().equals(text(request, "limit")))
                        .findFirst()
                        .orElse(LIMITS.get(0)),
                text(request, "against"));
    }

    public boolean isOfCoursePage() {
        return scenario.equals("course-page");
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
