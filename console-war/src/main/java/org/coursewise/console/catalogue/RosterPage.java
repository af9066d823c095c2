package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** {@code /courses/roster}: who takes a course, took it, waits for it or gave it up. */
@Named("roster")
@RequestScoped
public class RosterPage {

    @Inject
    Api api;

    @Inject
    HttpServletRequest request;

    private Map<String, Object> course = Map.of();
    private Answer found = new Answer(200, Map.of(), null, null);

    public void load() {
        course = api.get(Call.to("courses", getId())).body();
        found = api.get(Call.to("courses", getId(), "enrollments")
                .with("status", getStatus())
                .with("cursor", request.getParameter("cursor")));
    }

    public String getId() {
        return Objects.toString(request.getParameter("id"), "");
    }

    public String getStatus() {
        return Objects.toString(request.getParameter("status"), "");
    }

    public Map<String, Object> getCourse() {
        return course;
    }

    public List<Map<String, Object>> getEnrollments() {
        return found.items();
    }

    public @Nullable String getNextCursor() {
        return found.nextCursor();
    }
}
