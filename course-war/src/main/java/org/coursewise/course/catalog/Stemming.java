package org.coursewise.course.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Stems of words (Snowball), each marked with its language: a stem of one language is no word of another, and no beginning
 * of a word. Not safe for use by several threads.
 */
final class Stemming {

    private final Map<String, SnowballStemmer> stemmers;

    private Stemming(Map<String, SnowballStemmer> stemmers) {
        this.stemmers = stemmers;
    }

    /** Of every language there are stems of, as nobody says in which a query is written. */
    static Stemming ofAnyLanguage() {
        var all = new LinkedHashMap<String, SnowballStemmer>();
        all.put("en", new EnglishStemmer());
        // the one that takes ae for ä
        all.put("de", new German2Stemmer());
        all.put("fr", new FrenchStemmer());
        all.put("es", new SpanishStemmer());
        return new Stemming(all);
    }

    /** @param language a tag; English when there is none */
    static Stemming of(@Nullable String language) {
        var primary = language == null ? "en" : language.split("-", 2)[0];
        var all = ofAnyLanguage().stemmers;
        all.keySet().retainAll(Set.of(primary));
        return new Stemming(all);
    }

    /** @param word in lower case, with its accents */
    Set<String> stems(String word) {
        var stems = new LinkedHashSet<String>();
        stemmers.forEach((language, stemmer) -> {
            stemmer.setCurrent(word);
            stemmer.stem();
            var stem = SearchTerms.plain(stemmer.getCurrent());
            if (!stem.isEmpty()) {
                stems.add("=" + language + ":" + stem);
            }
        });
        return stems;
    }
}
