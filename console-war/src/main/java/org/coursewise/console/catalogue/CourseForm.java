package org.coursewise.console.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is typed into the fields of a course, and the same as the API takes and gives it. */
final class CourseForm {

    private static final List<String> TEXTS = List.of("code", "title", "summary", "description");
    private static final List<String> CHOICES = List.of("level", "language");
    private static final List<String> LISTS = List.of("categories", "tags");
    private static final List<String> NUMBERS = List.of("durationHours", "capacity");
    private static final List<String> TIMES = List.of("enrollFrom", "enrollUntil", "startsAt", "endsAt");

    /** As a form has it, in UTC: to the minute, the second, or parts of one. */
    private static final int LENGTH_OF_MINUTES = 16;

    private CourseForm() {}

    static Set<String> names() {
        var names = new HashSet<String>();
        List.of(TEXTS, CHOICES, LISTS, NUMBERS, TIMES).forEach(names::addAll);
        return Set.copyOf(names);
    }

    /** A course as texts; lists have a line for each item. */
    static Map<String, String> typed(Map<String, Object> course) {
        var typed = new LinkedHashMap<String, String>();
        for (var name : names()) {
            typed.put(name, text(name, course.get(name)));
        }
        return typed;
    }

    private static String text(String name, @Nullable Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        var text = Objects.toString(value, "");
        return TIMES.contains(name) && text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    }

    /** What the API is sent. What is no number is sent as it is, so that the API says so. */
    static Map<String, Object> toJson(Map<String, String> typed) {
        var json = new LinkedHashMap<String, Object>();
        TEXTS.forEach(name -> json.put(name, typed.getOrDefault(name, "")));
        LISTS.forEach(name -> json.put(name, lines(typed.getOrDefault(name, ""))));
        for (var name : CHOICES) {
            json.put(name, given(typed.get(name)));
        }
        for (var name : NUMBERS) {
            json.put(name, number(given(typed.get(name))));
        }
        for (var name : TIMES) {
            json.put(name, time(given(typed.get(name))));
        }
        return json;
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Object number(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static @Nullable String time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.length() == LENGTH_OF_MINUTES ? text + ":00Z" : text + "Z";
    }
}
