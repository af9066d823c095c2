package org.coursewise.recommender.dataset;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a course; everything but the code may be empty.
 *
 * @param code how enrolments name it
 * @param level such as {@code beginner}; empty when unknown
 * @param language a BCP 47 tag; empty when unknown
 */
public record Course(
        String code,
        String title,
        String summary,
        List<String> categories,
        List<String> tags,
        List<String> instructors,
        String organization,
        String level,
        String language) {

    public Course {
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        instructors = List.copyOf(instructors);
    }

    /** The columns that a table of courses needs. */
    public static final List<String> REQUIRED = List.of("code");

    /** Those that it may have. */
    public static final List<String> OPTIONAL =
            List.of("title", "summary", "categories", "tags", "instructors", "organization", "level", "language");

    /**
     * Reads a course: {@code code} and, where there are, title, summary, categories, tags and so on.
     *
     * @throws IllegalArgumentException with the reason for which the row cannot be used
     */
    public static Course of(Cells row) {
        return new Course(
                row.required("code"),
                row.get("title"),
                row.get("summary"),
                row.list("categories"),
                row.list("tags"),
                row.list("instructors"),
                row.get("organization"),
                row.get("level").toLowerCase(Locale.ROOT),
                row.get("language"));
    }

    /** A course of which nothing but the code is known. */
    public static Course unknown(String code) {
        return new Course(code, "", "", List.of(), List.of(), List.of(), "", "", "");
    }
}
