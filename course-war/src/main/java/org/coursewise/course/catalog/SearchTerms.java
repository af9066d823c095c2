package org.coursewise.course.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Text as words to find it by, the same for what is stored and what is asked: in lower case, without accents and English
 * plurals; Chinese, Japanese and Korean as pairs of characters, since PostgreSQL does not split them.
 */
final class SearchTerms {

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            TokenStream terms = new CJKWidthFilter(words);
            terms = new LowerCaseFilter(terms);
            terms = new CJKBigramFilter(terms);
            terms = new ASCIIFoldingFilter(terms);
            return new TokenStreamComponents(words, new EnglishMinimalStemFilter(terms));
        }
    };

    private SearchTerms() {}

    /** The terms, separated by spaces. */
    static String of(String text) {
        return String.join(" ", list(text));
    }

    /**
     * A query for PostgreSQL's {@code to_tsquery('simple', …)}: every term has to be there, or begin a word.
     *
     * @return empty when the text has no word in it
     */
    static String query(String text) {
        return list(text).stream()
                .map(term -> "'" + term + "':*")
                .reduce((first, second) -> first + " & " + second)
                .orElse("");
    }

    private static List<String> list(String text) {
        var terms = new ArrayList<String>();
        try (var stream = ANALYZER.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                // an apostrophe or a point inside a word would be PostgreSQL's to read
                var plain = term.toString().replaceAll("[^\\p{L}\\p{N}]", "");
                if (!plain.isEmpty()) {
                    terms.add(plain);
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory cannot fail to be read", e);
        }
        return terms;
    }
}
