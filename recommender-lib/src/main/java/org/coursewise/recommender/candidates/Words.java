package org.coursewise.recommender.candidates;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into terms: runs of letters and digits in lower case, and for scripts that put no space between words
 * (Chinese, Japanese, Thai, Lao, Khmer, Burmese) every two neighbouring characters.
 */
public final class Words {

    private Words() {}

    public static List<String> of(String text) {
        var terms = new ArrayList<String>();
        var word = new StringBuilder();
        var run = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (unspaced(c)) {
                endWord(word, terms);
                run.appendCodePoint(c);
                return;
            }
            endRun(run, terms);
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else {
                endWord(word, terms);
            }
        });
        endWord(word, terms);
        endRun(run, terms);
        return terms;
    }

    private static boolean unspaced(int c) {
        if (!Character.isLetter(c)) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static void endWord(StringBuilder word, List<String> terms) {
        if (word.length() > 1) {
            terms.add(word.toString());
        }
        word.setLength(0);
    }

    private static void endRun(StringBuilder run, List<String> terms) {
        int[] characters = run.codePoints().toArray();
        for (int k = 0; k + 1 < characters.length; k++) {
            terms.add(new String(characters, k, 2));
        }
        if (characters.length == 1) {
            terms.add(run.toString());
        }
        run.setLength(0);
    }
}
