package org.coursewise.console.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;

/** Courses and people to choose from: those that are chosen by their names, and others that a search finds. */
final class Choices {

    private static final int MOST_FOUND = 8;

    private final Api api;

    Choices(Api api) {
        this.api = api;
    }

    /**
     * @param chosen ids
     * @param typed what to look for; nothing is found by an empty text
     * @param self the course itself, which cannot need itself
     */
    List<Choice> courses(List<String> chosen, String typed, String self) {
        var names = new LinkedHashMap<String, String>();
        chosen.forEach(id -> names.put(id, name(id, Call.to("courses", id), "title", "code")));
        var found = typed.isBlank()
                ? List.<Map<String, Object>>of()
                : items(Call.to("courses").with("q", typed));
        found.stream()
                .filter(course -> !self.equals(course.get("id")))
                .forEach(course -> names.putIfAbsent(String.valueOf(course.get("id")), label(course, "title", "code")));
        return choices(names, chosen);
    }

    /** @param maySearch administrators alone may ask who there is */
    List<Choice> people(List<String> chosen, String typed, boolean maySearch) {
        var names = new LinkedHashMap<String, String>();
        chosen.forEach(
                id -> names.put(id, maySearch ? name(id, Call.to("admin", "users", id), "displayName", "email") : id));
        if (maySearch && !typed.isBlank()) {
            items(Call.to("admin", "users").with("query", typed))
                    .forEach(user ->
                            names.putIfAbsent(String.valueOf(user.get("id")), label(user, "displayName", "email")));
        }
        return choices(names, chosen);
    }

    private List<Map<String, Object>> items(Call call) {
        return api.get(call.with("limit", MOST_FOUND)).items();
    }

    /** One that is gone, or not for this person to see, keeps its id. */
    private String name(String id, Call call, String first, String second) {
        try {
            return label(api.get(call).body(), first, second);
        } catch (ApiException e) {
            if (e.problem().status() >= 500) {
                throw e;
            }
            return id;
        }
    }

    private static String label(Map<String, Object> thing, String first, String second) {
        return thing.get(first) + " (" + thing.get(second) + ")";
    }

    private static List<Choice> choices(Map<String, String> names, List<String> chosen) {
        var ticked = new LinkedHashSet<>(chosen);
        var choices = new ArrayList<Choice>();
        names.forEach((id, name) -> choices.add(new Choice(id, name, ticked.contains(id))));
        return List.copyOf(choices);
    }
}
