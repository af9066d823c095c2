package org.coursewise.course.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {

    @ParameterizedTest
    @CsvSource({
        "Linear Algebra, linear algebra",
        "Databases and SQL, database and sql",
        "Über Größen, uber grossen",
        "高等数学, 高等 等数 数学",
        "C++ & O'Brien's, c obrien",
        "'', ''",
    })
    void textBecomesWordsToFindItBy(String text, String terms) {
        assertThat(SearchTerms.of(text)).isEqualTo(terms);
    }

    @Test
    void aQueryHoldsNothingButItsWords() {
        assertThat(SearchTerms.query("data  'sci'); drop")).isEqualTo("'data':* & 'sci':* & 'drop':*");
        assertThat(SearchTerms.query("&|!()<->:*")).isEmpty();
    }
}
