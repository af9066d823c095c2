package org.coursewise.course.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.coursewise.postgres.Sql;

/** Words of courses that a mistyped word may be meant for: those that share trigrams with it and are few mistakes away. */
@ApplicationScoped
class NearWords {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    /** Long enough that two mistakes leave the word to be recognised. */
    private static final int TWO_MISTAKES = 8;

    private static final int ALIKE = 20;
    private static final int EACH = 3;
    /** Of a query; a cursor holds those that were found. */
    private static final int MOST = 12;

    private static final String NEAR =
            "select word from search_word where word % ? order by similarity(word, ?) desc, word limit " + ALIKE;

    @Inject
    Sql sql;

    /** Whether mistakes in such a word are looked for: figures are never mistaken, and short words are all near each other. */
    static boolean areFor(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.chars().allMatch(Character::isLetter);
    }

    static boolean isNear(String typed, String word) {
        return distance(typed, word) <= (typed.length() >= TWO_MISTAKES ? 2 : 1);
    }

    Collection<String> of(Collection<String> typed) {
        return typed.stream()
                .flatMap(word -> of(word).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    boolean isKnown(String word) {
        return !sql.query("select 1 from search_word where word = ?", row -> true, word)
                .isEmpty();
    }

    private List<String> of(String typed) {
        return sql.query(NEAR, row -> row.getString(1), typed, typed).stream()
                .filter(word -> !word.equals(typed) && isNear(typed, word))
                .limit(EACH)
                .toList();
    }

    /**
     * Letters to add, drop, change or swap with their neighbour until one word is the other (optimal string alignment; Boytsov
     * 2011, "Indexing methods for approximate dictionary searching").
     */
    static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        Arrays.setAll(last, j -> j);
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
