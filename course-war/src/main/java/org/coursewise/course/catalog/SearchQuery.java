package org.coursewise.course.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coursewise.course.catalog.SearchTerms.Word;

/**
 * What somebody typed as PostgreSQL's {@code tsquery}: every word has to be there, as it is or
 * by its stem in any language, and the last one may go on.
 */
final class SearchQuery {

    private final List<Word> words;

    private SearchQuery(List<Word> words) {
        this.words = words;
    }

    static SearchQuery of(String text) {
        return new SearchQuery(SearchTerms.of(text));
    }

    /** Words that could be mistyped. */
    Set<String> mistakable() {
        var mistakable = new LinkedHashSet<String>();
        words.stream().map(Word::plain).filter(NearWords::areFor).forEach(mistakable::add);
        return mistakable;
    }

    boolean hasPairs() {
        return words.stream().anyMatch(Word::isPair);
    }

    /** The last word, which somebody may not have typed to its end; empty when there is none. */
    String last() {
        return words.isEmpty() ? "" : words.get(words.size() - 1).plain();
    }

    /** @return empty when the text has no word in it */
    String exact() {
        return written(List.of(), false, "");
    }

    /** The same, in titles alone. */
    String inTitles(Collection<String> near) {
        return written(near, !near.isEmpty(), "A");
    }

    /** Each word may also be one of these that is near it, and of a text without spaces a part is enough. */
    String near(Collection<String> near) {
        return written(near, true, "");
    }

    private String written(Collection<String> near, boolean partly, String weight) {
        var groups = new ArrayList<String>();
        var stemming = Stemming.ofAnyLanguage();
        for (var i = 0; i < words.size(); i++) {
            var either = new LinkedHashSet<String>();
            while (partly && i + 1 < words.size() && words.get(i + 1).follows(words.get(i))) {
                either.add(term(words.get(i++).plain(), weight));
            }
            var word = words.get(i);
            var isLast = i + 1 == words.size();
            either.add(term(word.plain(), isLast || word.isCharacter() ? "*" + weight : weight));
            if (!word.isPair() && !word.isCharacter()) {
                stemming.stems(word.raw()).forEach(stem -> either.add(term(stem, weight)));
                var plain = word.plain();
                near.stream()
                        .filter(other -> NearWords.areFor(plain) && NearWords.isNear(plain, other))
                        .forEach(other -> either.add(term(other, weight)));
            }
            groups.add(either.size() == 1 ? either.iterator().next() : "(" + String.join(" | ", either) + ")");
        }
        return String.join(" & ", groups);
    }

    private static String term(String lexeme, String flags) {
        return "'" + lexeme + "'" + (flags.isEmpty() ? "" : ":" + flags);
    }
}
