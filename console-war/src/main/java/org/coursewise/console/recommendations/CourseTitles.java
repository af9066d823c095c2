package org.coursewise.console.recommendations;

import java.util.HashMap;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.api.Json;

/** Titles of courses by their ids: those that are known already, else asked for one by one. */
final class CourseTitles {

    private final Api api;
    private final Map<String, String> known = new HashMap<>();

    CourseTitles(Api api) {
        this.api = api;
    }

    void know(String id, String title) {
        known.put(id, title);
    }

    /** Empty for one that is gone. */
    String of(String id) {
        return known.computeIfAbsent(id, this::asked);
    }

    private String asked(String id) {
        try {
            return Json.text(api.get(Call.to("courses", id)).body(), "title");
        } catch (ApiException e) {
            return "";
        }
    }
}
