package org.coursewise.console.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewise.console.api.Call;
import org.jspecify.annotations.Nullable;

/** Which courses are looked for: the names are those of the API, and of this page's address. */
final class CourseQuery {

    private static final List<String> NAMES = List.of("q", "category", "level", "language", "instructor", "sort");
    private static final String CURSOR = "cursor";

    private final Map<String, String> values;

    private CourseQuery(Map<String, String> values) {
        this.values = values;
    }

    static CourseQuery of(HttpServletRequest request) {
        var values = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            put(values, name, request.getParameter(name));
        }
        put(values, CURSOR, request.getParameter(CURSOR));
        return new CourseQuery(values);
    }

    /** The same from its first page on, with another value; an empty one takes the condition away. */
    CourseQuery with(String name, String value) {
        var others = new LinkedHashMap<>(values);
        others.remove(CURSOR);
        others.remove(name);
        put(others, name, value);
        return new CourseQuery(others);
    }

    /** The same, on the same page, of what one person teaches. */
    CourseQuery by(String instructor) {
        var others = new LinkedHashMap<>(values);
        others.put("instructor", instructor);
        return new CourseQuery(others);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    Call call() {
        var call = Call.to("courses");
        for (var each : values.entrySet()) {
            call = call.with(each.getKey(), each.getValue());
        }
        return call;
    }

    /** Where the list of these is. */
    String address() {
        var address = new PageAddress("/courses/list");
        for (var each : values.entrySet()) {
            address = address.with(each.getKey(), each.getValue());
        }
        return address.text();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }
}
