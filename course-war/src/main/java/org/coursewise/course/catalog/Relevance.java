package org.coursewise.course.catalog;

import java.util.List;

/**
 * How well courses fit what was typed (PostgreSQL's {@code ts_rank}); what is found as it was typed stands before what is
 * only near.
 *
 * @param exact what was typed, a {@code tsquery}
 * @param query what is looked for, a {@code tsquery}
 * @param near words that are looked for beside those typed
 * @param isBroad whether only the heading's words count: code, title, categories and tags, which lie in the table's row
 */
record Relevance(String exact, String query, List<String> near, boolean isBroad) {

    Relevance {
        near = List.copyOf(near);
    }

    static Relevance of(SearchQuery words, List<String> near, boolean isBroad) {
        return new Relevance(words.exact(), query(words, near), near, isBroad);
    }

    static String query(SearchQuery words, List<String> near) {
        return near.isEmpty() ? words.exact() : words.near(near);
    }

    /** A number for each course; the highest come first. */
    String expression() {
        var asTyped =
                near.isEmpty() ? "1" : "(course.id in (select id from course where search @@ ?::tsquery))::integer";
        return "(ts_rank(" + (isBroad ? "coalesce(heading, search)" : "search") + ", ?::tsquery) + " + asTyped
                + ")::float8";
    }

    List<Object> parameters() {
        return near.isEmpty() ? List.of(query) : List.of(query, exact);
    }
}
