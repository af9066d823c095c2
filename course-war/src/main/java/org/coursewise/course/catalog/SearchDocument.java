package org.coursewise.course.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of one course with where they stand and how much they weigh, as PostgreSQL's {@code tsvector}. */
final class SearchDocument {

    /** Says how the words were made: a course without it is read again after an update. */
    static final String EDITION = "=v2";

    private static final int LAST_POSITION = 16_383;
    /** Of one word; more would not rank it any higher. */
    private static final int MOST_PLACES = 30;

    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final TreeSet<String> dictionary = new TreeSet<>();
    private final Stemming stemming;
    private int position;

    SearchDocument(@Nullable String language) {
        this.stemming = Stemming.of(language);
    }

    /** @param weight A for what counts most, down to D */
    SearchDocument with(String text, char weight) {
        var words = SearchTerms.of(text);
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            position = Math.min(position + 1, LAST_POSITION);
            put(word.plain(), weight);
            if (word.isPair()) {
                if (i + 1 == words.size() || !words.get(i + 1).follows(word)) {
                    put(word.lastCharacter(), weight);
                }
            } else if (!word.isCharacter()) {
                stemming.stems(word.raw()).forEach(stem -> put(stem, weight));
                if (NearWords.areFor(word.plain())) {
                    dictionary.add(word.plain());
                }
            }
        }
        // no two of these groups are next to each other
        position = Math.min(position + 10, LAST_POSITION);
        return this;
    }

    private void put(String term, char weight) {
        var found = places.computeIfAbsent(term, key -> new ArrayList<>());
        if (found.size() < MOST_PLACES) {
            found.add(position + "" + weight);
        }
    }

    /** Words that a mistyped one may be meant for. */
    Collection<String> dictionary() {
        return dictionary;
    }

    /** The text of a {@code tsvector}; words hold letters and figures alone, so there is nothing to escape. */
    String vector() {
        return "'" + EDITION + "' "
                + places.entrySet().stream()
                        .map(entry -> "'" + entry.getKey() + "':" + String.join(",", entry.getValue()))
                        .collect(Collectors.joining(" "));
    }
}
