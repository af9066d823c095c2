package org.coursewise.console.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an answer of the API holds, where a page cannot do it by an expression. */
public final class Json {

    private Json() {}

    public static String text(Map<String, Object> object, String name) {
        var value = object.get(name);
        return value == null ? "" : value.toString();
    }

    public static @Nullable Double number(Map<String, Object> object, String name) {
        return object.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    public static boolean isTrue(Map<String, Object> object, String name) {
        return Boolean.TRUE.equals(object.get(name));
    }

    /** Empty where there is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> object, String name) {
        return object.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** Empty where there is none. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return object.get(name) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
