package org.coursewise.console.recommendations;

import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;

/**
 * The course whose page is looked at, as somebody typed it: the one it is, or those it may be.
 *
 * @param found empty, one, or several to choose from
 */
public record SeenCourse(List<Map<String, Object>> found) {

    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    static SeenCourse none() {
        return new SeenCourse(List.of());
    }

    static SeenCourse of(Api api, String typed) {
        if (typed.isEmpty()) {
            return none();
        }
        if (typed.matches(ID)) {
            try {
                return new SeenCourse(List.of(api.get(Call.to("courses", typed)).body()));
            } catch (ApiException e) {
                if (e.isNotFound()) {
                    return none();
                }
                throw e;
            }
        }
        var hits =
                api.get(Call.to("courses").with("q", typed).with("limit", 10)).items();
        var exact = hits.stream()
                .filter(course -> typed.equalsIgnoreCase(Json.text(course, "code"))
                        || typed.equalsIgnoreCase(Json.text(course, "title")))
                .toList();
        return new SeenCourse(exact.size() == 1 ? exact : hits);
    }

    public boolean isOne() {
        return found.size() == 1;
    }

    public String id() {
        return Json.text(found.get(0), "id");
    }
}
