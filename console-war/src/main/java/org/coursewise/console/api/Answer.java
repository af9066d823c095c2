package org.coursewise.console.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API answered when it did not refuse.
 *
 * @param body the JSON object as pages read it: maps, lists, texts, numbers, truth values; empty where there is none
 * @param etag to be sent back with a change
 * @param location of what was made
 */
public record Answer(
        int status,
        Map<String, Object> body,
        @Nullable String etag,
        @Nullable String location) {

    /** The rows of a list. */
    public List<Map<String, Object>> items() {
        return list("items");
    }

    /** Where a list goes on, or null at its end. */
    public @Nullable String nextCursor() {
        return text("nextCursor");
    }

    public @Nullable String text(String name) {
        var value = body.get(name);
        return value == null ? null : value.toString();
    }

    /** A list of objects in the answer, empty where there is none. */
    public List<Map<String, Object>> list(String name) {
        return Json.list(body, name);
    }

    /** The last segment of the location: the id of what was made. */
    public String made() {
        var made = location == null ? "" : location;
        return made.substring(made.lastIndexOf('/') + 1);
    }
}
