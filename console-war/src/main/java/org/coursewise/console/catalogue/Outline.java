package org.coursewise.console.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** All sections of a course and all their lessons, however many pages the API makes of them. */
public final class Outline {

    private static final int PAGE = 200;

    private final Api api;

    Outline(Api api) {
        this.api = api;
    }

    /** A section with its lessons. */
    public record Chapter(Map<String, Object> section, List<Map<String, Object>> lessons) {}

    List<Chapter> of(String course) {
        return all(Call.to("courses", course, "sections")).stream()
                .map(section -> new Chapter(section, lessons(Objects.toString(section.get("id")))))
                .toList();
    }

    List<Map<String, Object>> lessons(String section) {
        return all(Call.to("sections", section, "lessons"));
    }

    private List<Map<String, Object>> all(Call call) {
        var all = new ArrayList<Map<String, Object>>();
        @Nullable String cursor = null;
        do {
            var answer = api.get(call.with("limit", PAGE).with("cursor", cursor));
            all.addAll(answer.items());
            cursor = answer.nextCursor();
        } while (cursor != null);
        return all;
    }
}
