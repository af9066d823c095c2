package org.coursewise.console.catalogue;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Api;
import org.coursewise.console.api.ApiException;
import org.coursewise.console.api.Call;
import org.coursewise.console.catalogue.PrerequisiteGraph.Known;
import org.jspecify.annotations.Nullable;

/**
 * Reads the courses around one. The API says what a course needs, not what needs it: that is looked for among the courses
 * of a list, as far as it is looked at.
 */
final class PrerequisiteReader {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;
    private static final int MOST_READ = 40;

    private final Api api;
    private final Map<String, Known> known = new HashMap<>();

    PrerequisiteReader(Api api) {
        this.api = api;
    }

    PrerequisiteGraph around(Map<String, Object> course) {
        var centre = keep(course);
        var isWhole = readList();
        readNeeded(centre);
        return PrerequisiteGraph.around(centre.id(), known, isWhole);
    }

    /** @return whether these were all courses there are */
    private boolean readList() {
        @Nullable String cursor = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var answer = api.get(Call.to("courses").with("limit", PAGE).with("cursor", cursor));
            answer.items().forEach(this::keep);
            cursor = answer.nextCursor();
            if (cursor == null) {
                return true;
            }
        }
        return false;
    }

    /** What the list did not have. One that cannot be seen, such as an archived one, is left without a name. */
    private void readNeeded(Known centre) {
        var waiting = new ArrayDeque<>(centre.needs());
        var seen = new HashSet<String>();
        var read = 0;
        while (!waiting.isEmpty() && seen.size() < PAGE) {
            var id = waiting.remove();
            if (seen.add(id)) {
                if (!known.containsKey(id) && read++ < MOST_READ) {
                    read(id);
                }
                var found = known.get(id);
                if (found != null) {
                    waiting.addAll(found.needs());
                }
            }
        }
    }

    private void read(String id) {
        try {
            keep(api.get(Call.to("courses", id)).body());
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            known.put(id, new Known(id, id, List.of()));
        }
    }

    private Known keep(Map<String, Object> course) {
        var needs = course.get("prerequisites") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.<String>of();
        var kept = new Known(String.valueOf(course.get("id")), String.valueOf(course.get("title")), needs);
        known.put(kept.id(), kept);
        return kept;
    }
}
