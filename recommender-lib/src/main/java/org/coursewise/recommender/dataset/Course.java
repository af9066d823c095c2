package org.coursewise.recommender.dataset;

import java.util.List;

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

    /** A course of which nothing but the code is known. */
    public static Course unknown(String code) {
        return new Course(code, "", "", List.of(), List.of(), List.of(), "", "", "");
    }
}
