package org.coursewise.console.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coursewise.console.api.Answer;
import org.coursewise.console.api.Api;
import org.coursewise.console.session.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /courses/list}: courses that are found, and how many there are of each kind. Instructors look among their own. */
@Named("courseList")
@RequestScoped
public class CourseListPage {

    private static final int MOST_OF_A_KIND = 12;

    @Inject
    Api api;

    @Inject
    Visit visit;

    @Inject
    HttpServletRequest request;

    private @Nullable CourseQuery query;
    private Answer found = new Answer(200, Map.of(), null, null);

    /**
     * A kind of courses.
     *
     * @param address where these alone are listed, or, when that is so, all again
     */
    public record Facet(String value, @Nullable Number count, String address, boolean isChosen) {}

    public void load() {
        found = api.get(asked().call());
    }

    private CourseQuery asked() {
        var known = query;
        if (known == null) {
            var typed = CourseQuery.of(request);
            known = visit.isAdmin()
                    ? typed
                    : typed.by(String.valueOf(visit.getUser().get("id")));
            query = known;
        }
        return known;
    }

    public List<Map<String, Object>> getCourses() {
        return found.items();
    }

    public String value(String name) {
        return asked().value(name);
    }

    /** What differs among those that are found; the one that was chosen comes first. */
    public List<Facet> facets(String name) {
        if (!(found.body().get("facets") instanceof Map<?, ?> facets)
                || !(facets.get(name) instanceof List<?> counts)) {
            return List.of();
        }
        var chosen = asked().value(name);
        var all = counts.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> facet(name, String.valueOf(each.get("value")), (Number) each.get("count"), chosen))
                .toList();
        return Stream.concat(
                        all.stream().filter(Facet::isChosen),
                        all.stream().filter(facet -> !facet.isChosen()).limit(MOST_OF_A_KIND))
                .toList();
    }

    private Facet facet(String name, String value, @Nullable Number count, String chosen) {
        var isChosen = value.equals(chosen);
        return new Facet(value, count, asked().with(name, isChosen ? "" : value).address(), isChosen);
    }

    public @Nullable String getNextCursor() {
        return found.nextCursor();
    }
}
