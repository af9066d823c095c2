package org.coursewise.course.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Text as words to find it by, the same for what is stored and what is asked: in lower case and without accents; Chinese,
 * Japanese and Korean as pairs of characters, since PostgreSQL does not split them.
 */
final class SearchTerms {

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words))));
        }
    };

    private SearchTerms() {}

    /**
     * A word, a pair of characters or a character that stands alone.
     *
     * @param raw in lower case, with its accents
     * @param plain letters and figures alone, without accents
     * @param start where it begins in the text
     */
    record Word(String raw, String plain, boolean isPair, boolean isCharacter, int start) {

        /** Whether this is the pair that begins with the last character of the one before. */
        boolean follows(Word before) {
            return isPair && before.isPair && start > before.start && start < before.start + before.raw.length();
        }

        /** What stands at the end of its text begins no pair, and would not be found by itself. */
        String lastCharacter() {
            return plain.substring(plain.offsetByCodePoints(plain.length(), -1));
        }
    }

    static List<Word> of(String text) {
        var found = new ArrayList<Word>();
        try (var stream = ANALYZER.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                var plain = plain(term.toString());
                if (!plain.isEmpty()) {
                    found.add(new Word(
                            term.toString(),
                            plain,
                            type.type().equals(CJKBigramFilter.DOUBLE_TYPE),
                            type.type().equals(CJKBigramFilter.SINGLE_TYPE),
                            offset.startOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory cannot fail to be read", e);
        }
        return found;
    }

    /** An apostrophe or a point inside a word would be PostgreSQL's to read. */
    static String plain(String word) {
        var folded = new char[4 * word.length()];
        var length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
        return new String(folded, 0, length).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
