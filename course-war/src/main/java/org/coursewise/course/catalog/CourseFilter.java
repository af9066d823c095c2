package org.coursewise.course.catalog;

import java.util.Locale;
import java.util.Optional;
import org.coursewise.rest.language.LanguageTag;
import org.coursewise.rest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which courses are looked for, and in which order.
 *
 * @param text words that all have to be there
 */
record CourseFilter(
        @Nullable String text,
        @Nullable String category,
        @Nullable String level,
        @Nullable String language,
        @Nullable String instructor,
        Sort sort) {

    private static final int LONGEST_TEXT = 500;

    /** The orders of a list; each expression gives numbers, or text for the title, and the first come highest. */
    enum Sort {
        /** By what was typed ({@link Relevance}). */
        RELEVANCE("", true),
        NEWEST("catalogue_moment(coalesce(published_at, created_at))", true),
        TITLE("lower(title)", false),
        /**
         * The mean as if there was one more review of each number of stars, so that a single one of five stars does not win:
         * (15 + sum) / (5 + count), the expected value under a uniform Dirichlet prior (Evan Miller, "Ranking Items With Star
         * Ratings", 2014, without its deviation). Courses without reviews come last.
         */
        RATING(
                "standing.rating",
                true,
                "course_rating(coalesce(rating_sum_then, rating_sum), coalesce(rating_count_then, rating_count))"),
        POPULARITY("standing.popularity", true, "coalesce(enrolled_then, enrolled)::float8");

        final String expression;
        final boolean isNumber;
        /** The key in the moment in which the walk began ({@link MovedCourses}); null where others do not change it. */
        final @Nullable String expressionThen;

        Sort(String expression, boolean isNumber) {
            this(expression, isNumber, null);
        }

        Sort(String expression, boolean isNumber, @Nullable String expressionThen) {
            this.expression = expression;
            this.isNumber = isNumber;
            this.expressionThen = expressionThen;
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Sort> ofWireName(String name) {
            for (var sort : values()) {
                if (sort.wireName().equals(name)) {
                    return Optional.of(sort);
                }
            }
            return Optional.empty();
        }
    }

    /** @throws ProblemException 400 for a sort or level there is not, or a text without a word */
    static CourseFilter of(
            @Nullable String text,
            @Nullable String category,
            @Nullable String level,
            @Nullable String language,
            @Nullable String instructor,
            @Nullable String sort) {
        var words = text == null || text.isBlank() ? null : text.strip();
        if (words != null && words.length() > LONGEST_TEXT) {
            throw ProblemException.invalidInput("q", "must not be longer than " + LONGEST_TEXT + " characters");
        }
        if (given(level) != null && !String.valueOf(level).matches("beginner|intermediate|advanced")) {
            throw ProblemException.invalidInput("level", "must be beginner, intermediate or advanced");
        }
        var order = sort == null
                ? (words == null ? Sort.NEWEST : Sort.RELEVANCE)
                : Sort.ofWireName(sort)
                        .orElseThrow(() -> ProblemException.invalidInput(
                                "sort", "must be relevance, newest, title, rating or popularity"));
        return new CourseFilter(
                words,
                given(category),
                given(level),
                given(language) == null ? null : LanguageTag.canonical("language", String.valueOf(language)),
                given(instructor),
                words == null && order == Sort.RELEVANCE ? Sort.NEWEST : order);
    }

    /** A form that is sent with empty fields asks for nothing by them. */
    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** The same, whatever category, level and language courses have. */
    CourseFilter ofAnyKind() {
        return new CourseFilter(text, null, null, null, instructor, sort);
    }

    /** What was typed; without a word when any text will do, or none can. */
    SearchQuery words() {
        return SearchQuery.of(text == null ? "" : text);
    }
}
